package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * A record as JSON. Reading is strict: what the schema does not say is a fault, and all faults of a document are found
 * at once. Reading what was written gives an equal record. Thread-safe.
 *
 * @param <T> the record
 */
public final class RecordJson<T extends AvroRecord> {
    private static final Map<Schema, RecordType> TYPES = new ConcurrentHashMap<>();

    private static final JsonFactory TEXT = new JsonFactory();

    private final RecordCodec<T> codec;
    private final RecordType type;
    private final JsonLimits limits;
    private final JsonFactory factory;
    private final GenericDatumWriter<@Nullable Object> avro;

    private RecordJson(RecordCodec<T> codec, JsonLimits limits) {
        this.codec = codec;
        this.limits = limits;
        type = typeOf(codec.schema());
        factory = limits.factory();
        avro = new GenericDatumWriter<>(codec.schema(), new GenericData());
    }

    /**
     * The JSON of a record.
     *
     * @throws IllegalArgumentException if its schema holds what records are not generated for
     */
    public static <T extends AvroRecord> RecordJson<T> of(RecordCodec<T> codec, JsonLimits limits) {
        return new RecordJson<>(codec, limits);
    }

    /** Writes a record as an object; its fields that are null are left out. */
    public static void write(IndexedRecord record, JsonGenerator out) throws IOException {
        typeOf(record.getSchema()).write(record, out);
    }

    /** A record as the text of an object; its fields that are null are left out. */
    public static String text(IndexedRecord record) {
        var text = new StringWriter();
        try (var out = TEXT.createGenerator(text)) {
            write(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What the record looks like in JSON. */
    public RecordType type() {
        return type;
    }

    /** The codec of the record. */
    public RecordCodec<T> codec() {
        return codec;
    }

    /**
     * Reads a document in UTF-8 that is one record.
     *
     * @throws JsonFaultsException with all faults; with those up to the place if the document is not JSON from there on
     */
    public T read(byte[] document) {
        var record = document(document);
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            avro.write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codec.decode(bytes.toByteArray(), 0, bytes.size());
    }

    private @Nullable Object document(byte[] document) {
        // Decoded here, since Jackson would guess at UTF-16 and UTF-32 too.
        try (var parser = factory.createParser(decoded(document))) {
            return document(new JsonInput(parser, limits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object document(JsonInput in) throws IOException {
        Object record = null;
        try {
            in.next();
            record = type.read(in);
            if (in.token() != null && in.next() != null) {
                in.trailing();
            }
        } catch (StreamConstraintsException e) {
            in.broken(limits.inWords(), "more");
        } catch (JsonProcessingException e) {
            // The parser's own words name its settings, which mean nothing to who sent the body.
            in.broken("JSON", "something else");
        }
        if (!in.faults().isEmpty()) {
            throw new JsonFaultsException(in.faults());
        }
        return record;
    }

    private static char[] decoded(byte[] document) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            var characters = new char[text.remaining()];
            text.get(characters);
            return characters;
        } catch (CharacterCodingException e) {
            throw new JsonFaultsException(List.of(new JsonFault("", "text in UTF-8", "other bytes")));
        }
    }

    static RecordType typeOf(Schema schema) {
        return TYPES.computeIfAbsent(schema, each -> new JsonTypes().record(each));
    }
}
