package dev.daybook.projection.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One partition's place for a ledger: the ledger while it is here, and those who wait until it has come far enough. It
 * outlives the ledger, which may leave and come back. Thread-safe.
 */
public final class Shard<L extends Ledger> {
    private final String name;
    private final int partition;
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
    private final Watchers watchers = new Watchers();
    private final Queue<Task<L, ?>> tasks = new ConcurrentLinkedQueue<>();
    private final Appointments<L> appointments = new Appointments<>();
    private volatile @Nullable L ledger;
    private volatile Progress progress = Progress.NONE;

    private record Waiter(long position, CompletableFuture<Boolean> reached) {}

    Shard(String name, int partition) {
        this.name = name;
        this.partition = partition;
    }

    /** The partition. */
    public int partition() {
        return partition;
    }

    /**
     * The ledger.
     *
     * @throws ShardAwayException if it is not here
     */
    public L ledger() {
        var here = ledger;
        if (here == null) {
            throw away();
        }
        return here;
    }

    /** The ledger; empty if it is not here. */
    public Optional<L> find() {
        return Optional.ofNullable(ledger);
    }

    /** What is to be said when the ledger is not here. */
    public ShardAwayException away() {
        return new ShardAwayException(name, partition);
    }

    /** How far the ledger has come; empty if it is not here. */
    public Optional<Progress> progress() {
        return ledger == null ? Optional.empty() : Optional.of(progress);
    }

    /**
     * Waits until the ledger is here and has posted the event at a position.
     *
     * @return whether it has, within the time
     */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        var waiter = enlist(position);
        try {
            return waiter.reached.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A waiter is never completed exceptionally", e);
        } finally {
            withdraw(waiter);
        }
    }

    /**
     * Raises a signal whenever an event of an aggregate is posted, and when the ledger comes or goes, until the watch is
     * closed. Who reads after it began misses nothing.
     */
    public Watch watch(String aggregateId, Signal signal) {
        watchers.add(aggregateId, signal);
        return () -> watchers.remove(aggregateId, signal);
    }

    /** A watch over an aggregate. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Has the thread that posts do something with the ledger, which nobody else may write to. It does so between two events,
     * within moments; cancelling the result keeps it from beginning.
     *
     * @throws ShardAwayException if the ledger is not here; the result is one if it leaves before its turn
     */
    public <T> CompletableFuture<T> submit(Function<? super L, T> work) {
        var task = new Task<L, T>(work, new CompletableFuture<>());
        synchronized (this) {
            ledger();
            tasks.add(task);
        }
        return task.result();
    }

    /**
     * Has the thread that posts do something with the ledger exactly when it has come to a position, before it goes on.
     *
     * @throws ShardAwayException if the ledger is not here; the result is one if it leaves before, and a {@link PassedException} if it
     *     is beyond the position
     */
    public <T> CompletableFuture<T> at(long position, Function<? super L, T> work) {
        synchronized (this) {
            ledger();
            return appointments.add(position, work);
        }
    }

    /** Whether something is to be done with the ledger now. */
    boolean hasWork(L here) {
        return !tasks.isEmpty() || appointments.isDue(here.progress().position());
    }

    /** Does what was asked of the ledger; for the thread that posts. */
    void workOff(L here) {
        appointments.keep(here);
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run(here);
            advance(here.progress());
            watchers.raise();
        }
    }

    void open(L opened) {
        synchronized (this) {
            progress = opened.progress();
            ledger = opened;
            release(progress.position());
        }
        watchers.raise();
    }

    /** Events of aggregates are written. */
    void advance(Progress reached, Collection<String> aggregateIds) {
        advance(reached);
        watchers.raise(aggregateIds);
    }

    synchronized void advance(Progress reached) {
        progress = reached;
        release(reached.position());
    }

    @SuppressWarnings("ReferenceEquality") // this very ledger, and not the one that has followed it
    void close(L closed) {
        synchronized (this) {
            if (ledger == closed) {
                ledger = null;
                appointments.cancel(away());
                for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.result().completeExceptionally(away());
                }
            }
        }
        watchers.raise();
    }

    private synchronized Waiter enlist(long position) {
        var waiter = new Waiter(position, new CompletableFuture<>());
        waiters.add(waiter);
        if (ledger != null) {
            release(progress.position());
        }
        return waiter;
    }

    private synchronized void withdraw(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void release(long position) {
        for (var next = waiters.peek(); next != null && next.position <= position; next = waiters.peek()) {
            waiters.remove();
            next.reached.complete(true);
        }
    }
}
