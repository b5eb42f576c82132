package dev.daybook.processor.pace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The rhythm in which a stream thread commits. A commit costs milliseconds in which the thread decides nothing, however
 * many commands it seals: so a busy thread should commit seldom. But who waits for {@code committed} waits for it: so an
 * idle thread should commit at once. No interval does both. What does is to commit when nothing is left to do:
 *
 * <ul>
 *   <li>At the end of what was fetched, the thread commits at once if somebody waits for that. What arrives meanwhile is
 *       the next batch: the more there is to do, the larger the batches, by themselves.
 *   <li>It also does so after a rest, for the sake of those who read: a commit then is in nobody's way.
 *   <li>Else, and while there is no end, the commit interval of Kafka Streams is what commits. Those who wait for {@code
 *       decided} are not held up by commits that nobody waits for.
 * </ul>
 *
 * <p>Nothing here has an influence on what is decided, so its clock is allowed. A transaction belongs to a stream thread
 * with all its partitions, and so does its pace; what is fetched is told by {@link FetchWatch}. For one thread.
 */
public final class Pace {
    private static final long REST_NANOS = 100_000_000;
    private static final ThreadLocal<Pace> OF_THREAD = ThreadLocal.withInitial(() -> new Pace(System::nanoTime));

    private final LongSupplier nanoClock;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private boolean awaited;
    private boolean rested = true;
    private long lastTaken;

    Pace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastTaken = nanoClock.getAsLong();
    }

    /** The pace of the calling thread. */
    public static Pace ofThisThread() {
        return OF_THREAD.get();
    }

    /** Notes what was fetched. */
    void fetched(ConsumerRecords<?, ?> records) {
        if (records.isEmpty()) {
            return;
        }
        rested |= nanoClock.getAsLong() - lastTaken >= REST_NANOS;
        for (var partition : records.partitions()) {
            ends.put(partition, records.records(partition).getLast().offset());
        }
    }

    /**
     * Notes that a message was taken.
     *
     * @param awaited whether somebody waits for the commit
     * @return whether to commit now
     */
    public boolean taken(TopicPartition partition, long offset, boolean awaited) {
        this.awaited |= awaited;
        lastTaken = nanoClock.getAsLong();
        var end = ends.get(partition);
        if (end != null && offset >= end) {
            ends.remove(partition);
        }
        if (!ends.isEmpty() || !(this.awaited || rested)) {
            return false;
        }
        this.awaited = false;
        rested = false;
        return true;
    }

    /** Forgets a partition that the thread no longer has: its rest will be taken elsewhere. */
    public void left(TopicPartition partition) {
        ends.remove(partition);
    }
}
