package dev.daybook.projection.lag;

import java.util.Map;

/** Tells where the log ends. */
@FunctionalInterface
public interface EndOfLog {

    /** The position of the last event of a topic by partition; what is not known is left out. */
    Map<Integer, Long> of(String topic, int partitions);
}
