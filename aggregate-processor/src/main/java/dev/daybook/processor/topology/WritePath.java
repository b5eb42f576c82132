package dev.daybook.processor.topology;

import dev.daybook.core.BoundedContext;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.processor.command.Rules;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * All that the topology of a context is made from.
 *
 * @param partitions the count of partitions of the commands and of the events, for each type of aggregate
 * @param rules what outcomes depend on besides the log
 * @param largestDeadLetter the most bytes of a dead letter
 */
public record WritePath(
        BoundedContext context,
        Map<String, Integer> partitions,
        Rules rules,
        int largestDeadLetter,
        RecordSerdes serdes,
        Patience patience,
        MeterRegistry meters) {

    public WritePath {
        partitions = Map.copyOf(partitions);
    }

    /** The count of partitions of the commands to a type of aggregate. */
    int partitions(String aggregateType) {
        var count = partitions.get(aggregateType);
        if (count == null) {
            throw new IllegalArgumentException(
                    "The count of partitions of the aggregate '%s' must be given, but there are only %s"
                            .formatted(aggregateType, partitions));
        }
        return count;
    }
}
