package dev.daybook.projection.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Wakes one thread. Whoever has news raises it, any number of times, before the thread waits or while it does; it goes on
 * once, and must look at everything that may be new then. To raise one that is raised costs next to nothing.
 */
public final class Signal {
    private volatile boolean raised;
    private volatile @Nullable Thread waiting;

    /** There is news. What it is about must be there to be read already. */
    public void raise() {
        if (!raised) {
            raised = true;
            LockSupport.unpark(waiting);
        }
    }

    /**
     * Waits for news, and takes the signal down.
     *
     * @return whether there is any, within the time
     */
    public boolean await(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        waiting = Thread.currentThread();
        try {
            for (var left = atMost.toNanos(); !raised && left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            waiting = null;
        }
        if (!raised) {
            // Not taken down: what comes from here on is for the next wait.
            return false;
        }
        // Before the caller looks: news that come while it does raise it again.
        raised = false;
        return true;
    }
}
