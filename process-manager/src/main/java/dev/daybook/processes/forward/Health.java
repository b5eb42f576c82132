package dev.daybook.processes.forward;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How a forwarder is. Thread-safe; written by its thread. */
final class Health {
    /** So long a broker may take before somebody should know. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<TopicPartition, String> stalls = new ConcurrentHashMap<>();
    private volatile boolean member;
    private volatile @Nullable Long sendingSince;
    private volatile @Nullable String trouble;
    private volatile @Nullable String end;

    /** It has partitions, or knows that there are none for it. */
    void joined() {
        member = true;
        trouble = null;
    }

    void lost() {
        member = false;
    }

    void sending() {
        sendingSince = System.nanoTime();
    }

    void sent() {
        sendingSince = null;
    }

    void stalled(TopicPartition partition, String why) {
        stalls.put(partition, why);
    }

    void flows(TopicPartition partition) {
        stalls.remove(partition);
    }

    /** It begins anew, because of this. */
    void troubled(Throwable why) {
        member = false;
        sendingSince = null;
        stalls.clear();
        trouble = why instanceof SendRefusedException ? why.getMessage() : String.valueOf(why);
    }

    void ended(String why) {
        member = false;
        stalls.clear();
        end = why;
    }

    boolean live() {
        return end == null;
    }

    /** What it waits for; empty if for nothing. */
    String waitsFor() {
        if (end != null) {
            return "has stopped: " + end;
        }
        if (trouble != null) {
            return "begins anew, because " + trouble;
        }
        if (!member) {
            return "waits for its partitions";
        }
        var since = sendingSince;
        if (since != null && System.nanoTime() - since > PATIENCE.toNanos()) {
            return "waits for Kafka to take what it sends";
        }
        return stalls.entrySet().stream()
                .map(stall -> "cannot go on in " + stall.getKey() + ", because " + stall.getValue())
                .sorted()
                .collect(Collectors.joining(", and "));
    }
}
