package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.IncompatibleSchemaException;
import dev.daybook.avro.MalformedRecordException;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.RecordReader;
import dev.daybook.avro.Vocabulary;
import java.util.Optional;
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
        var id = WireFormat.schemaId(message);
        var reader = readers.find(id);
        if (reader == null) {
            reader = learn(id);
        }
        try {
            return reader.read(message, WireFormat.HEADER_LENGTH, message.length - WireFormat.HEADER_LENGTH);
        } catch (MalformedRecordException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private RecordReader<? extends M> learn(int id) {
        try {
            var writer = registry.byId(id);
            var reader = codecFor(writer, id).reader(writer);
            synchronized (this) {
                readers = readers.with(id, reader);
            }
            return reader;
        } catch (UnknownSchemaIdException | IncompatibleSchemaException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private RecordCodec<? extends M> codecFor(Schema writer, int id) {
        return vocabulary
                .find(writer.getFullName())
                .or(() -> codecByAlias(writer))
                .orElseThrow(() -> new UnreadableMessageException("The schema %d is of a %s, which is none of %s"
                        .formatted(
                                id,
                                writer.getFullName(),
                                vocabulary.codecs().stream()
                                        .map(RecordCodec::fullName)
                                        .toList())));
    }

    /** A record that was given a new name still reads what was written under an old one. */
    private Optional<RecordCodec<? extends M>> codecByAlias(Schema writer) {
        for (var codec : vocabulary.codecs()) {
            if (codec.schema().getAliases().contains(writer.getFullName())) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
