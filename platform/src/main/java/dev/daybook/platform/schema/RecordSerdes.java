package dev.daybook.platform.schema;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.Vocabulary;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes the Kafka serializers and deserializers of records. On the wire a record is a zero byte, the four bytes of its
 * schema's id, and its Avro binary; its schema stands in the registry under {@code <topic>-<full name>}. What it makes
 * is thread-safe.
 */
public final class RecordSerdes {
    private final Format format;

    private RecordSerdes(Format format) {
        this.format = format;
    }

    /** Daybook's own. */
    public RecordSerdes(SchemaRegistry registry) {
        this(new DaybookFormat(registry));
    }

    /**
     * As the configuration asks for: Daybook's own, or Confluent's, which brings its own client of the registry.
     *
     * @param registry what Daybook's own asks; Confluent's asks it only whether a message is one of the vocabulary
     */
    public static RecordSerdes create(RegistryConfig config, SchemaRegistry registry) {
        return switch (config.client()) {
            case DAYBOOK -> new RecordSerdes(registry);
            case CONFLUENT -> new RecordSerdes(new ConfluentFormat(config, registry));
        };
    }

    /**
     * A serializer of the records of a vocabulary. It registers a schema that the topic has not had before.
     *
     * @param vocabulary a sealed interface of records, or one record
     */
    public <M extends AvroRecord> Serializer<M> serializer(Class<M> vocabulary) {
        return format.serializer(Vocabulary.of(vocabulary));
    }

    /**
     * A deserializer of the records of a vocabulary. It throws {@link UnreadableMessageException} for bytes that are
     * none, of which {@link UnknownMessageException} if others may be able to read them, and
     * {@link RegistryUnavailableException} if that cannot be known yet.
     *
     * @param vocabulary a sealed interface of records, or one record
     */
    public <M extends AvroRecord> Deserializer<M> deserializer(Class<M> vocabulary) {
        return format.deserializer(Vocabulary.of(vocabulary));
    }

    /** Who reads and writes the wire format. */
    interface Format {
        <M extends AvroRecord> Serializer<M> serializer(Vocabulary<M> vocabulary);

        <M extends AvroRecord> Deserializer<M> deserializer(Vocabulary<M> vocabulary);
    }

    private record DaybookFormat(SchemaRegistry registry) implements Format {
        @Override
        public <M extends AvroRecord> Serializer<M> serializer(Vocabulary<M> vocabulary) {
            return new RecordSerializer<>(registry, vocabulary);
        }

        @Override
        public <M extends AvroRecord> Deserializer<M> deserializer(Vocabulary<M> vocabulary) {
            return new RecordDeserializer<>(registry, vocabulary);
        }
    }
}
