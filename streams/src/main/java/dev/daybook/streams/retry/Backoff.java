package dev.daybook.streams.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Pauses between attempts: the first, then twice as long each time, up to the longest. Closing it ends every pause.
 * Thread-safe.
 */
public final class Backoff implements AutoCloseable {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The pause after an attempt, counted from 1. */
    public Duration after(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /**
     * Waits that long.
     *
     * @return whether to try again: false if it was closed, or the thread interrupted
     */
    public boolean pause(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
