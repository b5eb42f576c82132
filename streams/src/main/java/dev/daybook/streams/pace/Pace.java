package dev.daybook.streams.pace;

import dev.daybook.platform.message.Ack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm in which a stream thread sends and commits. A commit costs milliseconds in which the thread decides
 * nothing, and a request to a broker costs as much for one record as for a hundred: so a busy thread should do either
 * seldom. But who waits for {@code decided} waits for the send, and who waits for {@code committed} for the commit: so an
 * idle thread should do both at once. No interval and no linger does both. What does is to act when nothing is left to
 * decide, at the end of what was fetched:
 *
 * <ul>
 *   <li>If somebody waits for the commit, the thread commits, which sends too. What arrives meanwhile is the next batch:
 *       the more there is to do, the larger the batches, by themselves. Between two such commits it leaves as much time
 *       as the last one took, so that at most half of its time goes into them.
 *   <li>If somebody waits for the decision only, it sends, all in one request.
 *   <li>If nobody waits, it commits after a rest, for the sake of those who read: that is in nobody's way.
 *   <li>Else, and for as long as there is no end, the linger of the producer and the commit interval of Kafka Streams
 *       are what sends and commits.
 * </ul>
 *
 * <p>Nothing here has an influence on what is decided, so its clock is allowed. A transaction belongs to a stream thread
 * with all its partitions, and so does its pace. It hears of what happens from the thread's {@link PacedConsumer} and
 * {@link PacedProducer}; without them it does nothing. For one thread.
 */
public final class Pace {
    private static final long REST_NANOS = 100_000_000;
    /** So that one commit which was slow for reasons of its own does not hold up the next. */
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private static final ThreadLocal<Pace> OF_THREAD = ThreadLocal.withInitial(() -> new Pace(System::nanoTime));

    private final LongSupplier nanoClock;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private Runnable send = () -> {};
    private Runnable requestCommit = () -> {};
    private boolean hears;
    private boolean awaitsSend;
    private boolean awaitsCommit;
    private boolean rested = true;
    private long lastTaken;
    private boolean committing;
    private long commitBegin;
    private long commitEnd;
    private long commitCost;

    Pace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.lastTaken = nanoClock.getAsLong();
        this.commitEnd = lastTaken;
    }

    /** The pace of the calling thread. */
    public static Pace ofThisThread() {
        return OF_THREAD.get();
    }

    /** How long the consumer may wait for more, of the time that it is asked to wait. */
    Duration untilDue(Duration asked) {
        if (!awaitsCommit || !ends.isEmpty()) {
            return asked;
        }
        var left = timeToCommit();
        if (left <= 0) {
            commit();
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.min(left, asked.toNanos()));
    }

    /** Notes what was fetched. */
    void fetched(ConsumerRecords<?, ?> records) {
        hears = true;
        if (records.isEmpty()) {
            return;
        }
        rested |= nanoClock.getAsLong() - lastTaken >= REST_NANOS;
        for (var partition : records.partitions()) {
            ends.put(partition, records.records(partition).getLast().offset());
        }
    }

    /** Notes how to send at once what the transaction has so far. */
    void sendsWith(Runnable send) {
        this.send = send;
    }

    /** Notes that a transaction was committed. */
    void committed() {
        commitEnd = nanoClock.getAsLong();
        if (committing) {
            commitCost = Math.min(commitEnd - commitBegin, LONGEST_PAUSE_NANOS);
            committing = false;
        }
        awaitsSend = false;
        awaitsCommit = false;
    }

    /**
     * Notes that a message was taken, and what its sender waits for; does what is due.
     *
     * @param awaited null if nobody waits
     * @param requestCommit has Kafka Streams commit as soon as it has the thread back
     */
    public void taken(TopicPartition partition, long offset, @Nullable Ack awaited, Runnable requestCommit) {
        this.requestCommit = requestCommit;
        awaitsSend |= awaited == Ack.DECIDED;
        awaitsCommit |= awaited == Ack.COMMITTED;
        lastTaken = nanoClock.getAsLong();
        var end = ends.get(partition);
        if (end != null && offset >= end) {
            ends.remove(partition);
        }
        if (hears && ends.isEmpty()) {
            endBatch();
        }
    }

    /** Forgets a partition that the thread no longer has. */
    public void left(TopicPartition partition) {
        ends.remove(partition);
        requestCommit = () -> {};
    }

    private void endBatch() {
        if (rested || (awaitsCommit && timeToCommit() <= 0)) {
            commit();
        } else if (awaitsSend || awaitsCommit) {
            awaitsSend = false;
            send.run();
        }
    }

    private long timeToCommit() {
        return commitEnd + commitCost - nanoClock.getAsLong();
    }

    private void commit() {
        rested = false;
        awaitsSend = false;
        awaitsCommit = false;
        committing = true;
        commitBegin = nanoClock.getAsLong();
        requestCommit.run();
    }
}
