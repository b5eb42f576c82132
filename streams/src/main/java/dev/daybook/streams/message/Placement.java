package dev.daybook.streams.message;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** How messages find their partition. */
public final class Placement {
    /** To the partition that the message names. If it is missing, the producer fails: an event must not be lost. */
    public static final StreamPartitioner<byte[], Outgoing> EXACT = (topic, key, outgoing, partitions) ->
            Optional.ofNullable(outgoing.partition()).map(Set::of);

    /** To the partition that the message names; to none if the topic has no such partition. */
    public static final StreamPartitioner<byte[], Outgoing> IF_THERE = (topic, key, outgoing, partitions) ->
            Optional.ofNullable(outgoing.partition()).map(asked -> asked < partitions ? Set.of(asked) : Set.of());

    private Placement() {}
}
