package dev.daybook.streams.message;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The value of a message, and the partition that it must go to. */
public final class Outgoing {
    /** Writes the value as it is. */
    public static final Serializer<Outgoing> SERIALIZER = (topic, outgoing) -> outgoing.value;

    private final byte @Nullable [] value;
    private final @Nullable Integer partition;

    private Outgoing(byte @Nullable [] value, @Nullable Integer partition) {
        this.value = value;
        this.partition = partition;
    }

    /** For this partition. */
    public static Outgoing to(int partition, byte[] value) {
        return new Outgoing(value, partition);
    }

    /** For the partition that its key leads to. */
    public static Outgoing anywhere(byte @Nullable [] value) {
        return new Outgoing(value, null);
    }

    @Nullable
    Integer partition() {
        return partition;
    }
}
