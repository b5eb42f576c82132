package dev.daybook.projection.ledger;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One partition's place for a ledger: the ledger while it is here, and those who wait until it has come far enough. It
 * outlives the ledger, which may leave and come back. Thread-safe.
 */
public final class Shard<L extends Ledger> {
    private final String name;
    private final int partition;
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
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

    synchronized void open(L opened) {
        ledger = opened;
        advance(opened.progress());
    }

    synchronized void advance(Progress reached) {
        progress = reached;
        release(reached.position());
    }

    @SuppressWarnings("ReferenceEquality") // this very ledger, and not the one that has followed it
    synchronized void close(L closed) {
        if (ledger == closed) {
            ledger = null;
        }
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
