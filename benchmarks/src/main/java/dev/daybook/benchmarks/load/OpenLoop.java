package dev.daybook.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Load that comes when it comes, however long answers take: requests arrive at random (Poisson), at a rate, and a
 * latency counts from the moment at which the request was to arrive. So whatever holds up the sender counts too.
 */
public final class OpenLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OpenLoop() {}

    /** Sends all requests and waits for all answers. */
    public static <R> Found run(List<R> requests, double rate, Target<R> target, RandomGenerator arrivals)
            throws InterruptedException {
        var found = new Found();
        var open = new CountDownLatch(requests.size());
        var begin = Usage.now();
        long due = System.nanoTime();
        for (var request : requests) {
            due += gap(rate, arrivals);
            sleepUntil(due);
            send(request, due, target, found, open);
        }
        if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            found.failed(open.getCount() + " not answered after " + PATIENCE.toSeconds() + " s");
        }
        found.used(begin.since());
        return found;
    }

    private static long gap(double rate, RandomGenerator arrivals) {
        return (long) (arrivals.nextExponential() * 1e9 / rate);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static <R> void send(R request, long due, Target<R> target, Found found, CountDownLatch open) {
        var _ = target.send(request).whenComplete((answer, failure) -> {
            if (failure == null) {
                found.answered(System.nanoTime() - due);
            } else {
                found.failed(failure.toString());
            }
            open.countDown();
        });
    }
}
