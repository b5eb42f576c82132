package dev.daybook.cli.demo;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The attempts at one thing: pauses that grow from 20 ms to 2 s, for a minute at most if not said otherwise. */
final class Attempts {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String what;
    private final Duration patience;
    private final long deadline;
    private long backoffMillis = 20;

    Attempts(String what) {
        this(what, PATIENCE);
    }

    Attempts(String what, Duration patience) {
        this.what = what;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** What a server answers, once it does: that it is away for a moment ends nothing. */
    static <T> T patiently(String what, Supplier<T> question) throws InterruptedException {
        var attempts = new Attempts(what);
        while (true) {
            try {
                return question.get();
            } catch (CommandFailure e) {
                if (e.exitCode() != ExitCode.UNREACHABLE) {
                    throw e;
                }
                attempts.pause(Duration.ZERO, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Waits before the next attempt, or fails if there were enough. */
    void pause(Duration atLeast, String why) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "Gave up on " + what + " after " + patience.toSeconds() + " s: " + why
                            + ". Run the demo again: it goes on where it stopped.");
        }
        long jittered = ThreadLocalRandom.current().nextLong(backoffMillis / 2, backoffMillis + 1);
        Thread.sleep(Math.max(atLeast.toMillis(), jittered));
        backoffMillis = Math.min(LONGEST_PAUSE_MILLIS, backoffMillis * 2);
    }
}
