package dev.daybook.streams.wire;

import dev.daybook.avro.AvroRecord;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.UnknownMessageException;
import dev.daybook.platform.schema.UnreadableMessageException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The wire format of a vocabulary on a topic. While the registry is away, it waits. Thread-safe.
 *
 * @param <M> the vocabulary: a sealed interface of generated records, or one of them
 */
public final class Wire<M> {
    private final Class<M> vocabulary;
    private final String topic;
    private final Serializer<AvroRecord> serializer;
    private final Deserializer<? extends AvroRecord> deserializer;
    private final Patience patience;

    @SuppressWarnings("unchecked") // only messages of the vocabulary come to the serializer
    public Wire(Class<M> vocabulary, String topic, RecordSerdes serdes, Patience patience) {
        var type = vocabulary.asSubclass(AvroRecord.class);
        this.vocabulary = vocabulary;
        this.topic = topic;
        this.serializer = (Serializer<AvroRecord>) serdes.serializer(type);
        this.deserializer = serdes.deserializer(type);
        this.patience = patience;
    }

    /** The message as it is written. */
    public Encoded encode(M message) {
        var record = (AvroRecord) message;
        return asWritten(message, patience.ask(() -> serializer.serialize(topic, record)));
    }

    /** The message with the bytes that it was written as. */
    public Encoded asWritten(M message, byte[] bytes) {
        return new Encoded(((AvroRecord) message).getSchema().getFullName(), bytes);
    }

    /**
     * The message that was written.
     *
     * @throws UnreadableMessageException if the bytes are none of the vocabulary
     * @throws UnknownMessageException if they may be one of what other builds know
     */
    public M decode(byte[] bytes) {
        return vocabulary.cast(patience.ask(() -> deserializer.deserialize(topic, bytes)));
    }
}
