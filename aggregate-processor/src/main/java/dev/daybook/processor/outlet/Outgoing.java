package dev.daybook.processor.outlet;

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

    static Outgoing to(int partition, byte[] value) {
        return new Outgoing(value, partition);
    }

    static Outgoing anywhere(byte @Nullable [] value) {
        return new Outgoing(value, null);
    }

    @Nullable
    Integer partition() {
        return partition;
    }
}
