package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.load.Usage;
import dev.daybook.benchmarks.stack.Progress;
import dev.daybook.benchmarks.workload.Wire;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the time that a subject needs for the backlog: from its first event in the log to the commit of the last
 * command's offset. So neither its start nor its end counts.
 */
final class Drain {
    private final Progress progress;

    Drain(Progress progress) {
        this.progress = progress;
    }

    /** Fails if the subject did not write so many events. */
    Usage run(Subject subject, int expected) throws Exception {
        var commands = progress.ends(Wire.COMMANDS);
        var events = progress.partitions(subject.events());
        var before = progress.ends(events);
        var running = subject.start();
        try {
            Progress.await(
                    "the first event of " + subject.name(),
                    () -> !progress.ends(events).equals(before));
            var begin = Usage.now();
            progress.awaitCommitted(subject.group(), commands);
            var usage = begin.since();
            requireEvents(expected, count(progress.ends(events)) - count(before), subject);
            return usage;
        } finally {
            running.close();
        }
    }

    /** Transactions add their markers to the events, so there may be more. */
    private static void requireEvents(int expected, long written, Subject subject) {
        if (written < expected) {
            throw new IllegalStateException("Expected %d events of %s, but found %d: did it refuse commands?"
                    .formatted(expected, subject.name(), written));
        }
    }

    private static long count(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
