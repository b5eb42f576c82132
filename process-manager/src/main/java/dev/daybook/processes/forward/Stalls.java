package dev.daybook.processes.forward;

import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The partitions that cannot go on, and when each is tried again: later and later. For one thread. */
final class Stalls {
    private final Map<TopicPartition, Stall> stalls = new HashMap<>();
    private final Backoff backoff;

    /** A partition that has failed at an offset so many times in a row. */
    private record Stall(long offset, int attempts, long dueNanos, boolean waiting) {
        Stall tried() {
            return new Stall(offset, attempts, dueNanos, false);
        }
    }

    Stalls(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Notes that a partition cannot go on, and says how long it rests. */
    Duration add(TopicPartition partition, long offset) {
        var before = stalls.get(partition);
        var attempts = before != null && before.offset == offset ? before.attempts + 1 : 1;
        var pause = backoff.after(attempts);
        stalls.put(partition, new Stall(offset, attempts, System.nanoTime() + pause.toNanos(), true));
        return pause;
    }

    /** The partitions that are to be tried again now. */
    List<TopicPartition> due() {
        var now = System.nanoTime();
        var due = stalls.entrySet().stream()
                .filter(stall -> stall.getValue().waiting && stall.getValue().dueNanos - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(partition -> stalls.computeIfPresent(partition, (same, stall) -> stall.tried()));
        return due;
    }

    /** Forgets partitions: they go on, or are somebody else's. */
    void remove(Collection<TopicPartition> partitions) {
        partitions.forEach(stalls::remove);
    }
}
