package dev.daybook.projection.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What the ledgers of a stream thread have posted and not written yet. The thread's consumer has it written before it
 * fetches more, and commits no offset beyond what is written: so what a crash loses comes again. For one thread.
 */
public final class Batches {
    private static final ThreadLocal<Batches> OF_THIS_THREAD = new ThreadLocal<>();

    private final Map<TopicPartition, Posted> open = new HashMap<>();

    /** A ledger's part of it. */
    interface Posted {
        /** Writes what was posted. */
        void write();

        /** The offset of the first event that is not written; empty if all are. */
        Optional<Long> firstUnwritten();
    }

    private Batches() {}

    /** Those of a thread whose consumer sees to them. */
    public static Batches ofThisThread() {
        var batches = OF_THIS_THREAD.get();
        if (batches == null) {
            batches = new Batches();
            OF_THIS_THREAD.set(batches);
        }
        return batches;
    }

    /** Those of this thread, if its consumer sees to them; without one, a ledger has to write by itself. */
    static Optional<Batches> seenTo() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    /** Writes all. */
    public void write() {
        open.values().forEach(Posted::write);
    }

    /** The offset that may be committed of a partition, if another is asked for. */
    public OffsetAndMetadata committable(TopicPartition partition, OffsetAndMetadata asked) {
        var posted = open.get(partition);
        return posted == null
                ? asked
                : posted.firstUnwritten()
                        .filter(offset -> offset < asked.offset())
                        .map(offset -> new OffsetAndMetadata(offset, asked.leaderEpoch(), asked.metadata()))
                        .orElse(asked);
    }

    void add(TopicPartition partition, Posted posted) {
        open.put(partition, posted);
    }

    void remove(TopicPartition partition, Posted posted) {
        open.remove(partition, posted);
    }
}
