package dev.daybook.projection.ledger;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether an app is told to end, for those who would otherwise wait on. Thread-safe. */
public final class Closing {
    private final CountDownLatch told = new CountDownLatch(1);

    /** Tells everyone. */
    public void begin() {
        told.countDown();
    }

    /** Whether it is. */
    public boolean begun() {
        return told.getCount() == 0;
    }

    /**
     * Waits.
     *
     * @return whether the wait ended early, because the app is told to end
     */
    public boolean within(Duration pause) {
        try {
            return told.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
