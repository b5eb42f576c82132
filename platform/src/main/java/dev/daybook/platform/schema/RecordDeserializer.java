package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.IncompatibleSchemaException;
import dev.daybook.avro.MalformedRecordException;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.RecordReader;
import dev.daybook.avro.Vocabulary;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records with Daybook's codecs. It asks the registry once for each schema; from then on it allocates nothing but
 * the record. Thread-safe.
 */
final class RecordDeserializer<M extends AvroRecord> implements Deserializer<M> {
    private final SchemaRegistry registry;
    private final Vocabulary<M> vocabulary;
    private volatile Readers<M> readers = Readers.none();

    RecordDeserializer(SchemaRegistry registry, Vocabulary<M> vocabulary) {
        this.registry = registry;
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable M deserialize(String topic, byte @Nullable [] message) {
        if (message == null) {
            return null;
        }
        return read(reader(message), message, WireFormat.HEADER_LENGTH);
    }

    /** Reads the record that fills an array from an offset on. */
    M read(RecordReader<? extends M> reader, byte[] bytes, int offset) {
        try {
            return reader.read(bytes, offset, bytes.length - offset);
        } catch (MalformedRecordException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses a message that was not written with a schema of the vocabulary, whatever follows in it. */
    void requireVocabulary(byte[] message) {
        reader(message);
    }

    private RecordReader<? extends M> reader(byte[] message) {
        var id = WireFormat.schemaId(message);
        var known = readers.find(id);
        return known == null ? learn(id) : known;
    }

    private RecordReader<? extends M> learn(int id) {
        var reader = reader(schema(id));
        synchronized (this) {
            readers = readers.with(id, reader);
        }
        return reader;
    }

    private Schema schema(int id) {
        try {
            return registry.byId(id);
        } catch (UnknownSchemaIdException e) {
            throw new UnknownMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The reader for what was written with a schema. */
    RecordReader<? extends M> reader(Schema writer) {
        try {
            return codec(writer.getFullName()).reader(writer);
        } catch (IncompatibleSchemaException e) {
            throw new UnknownMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private RecordCodec<? extends M> codec(String name) {
        for (var codec : vocabulary.codecs()) {
            if (codec.fullName().equals(name) || codec.schema().getAliases().contains(name)) {
                return codec;
            }
        }
        throw new UnknownMessageException("A %s is none of the messages expected here: %s"
                .formatted(
                        name,
                        vocabulary.codecs().stream().map(RecordCodec::fullName).toList()));
    }
}
