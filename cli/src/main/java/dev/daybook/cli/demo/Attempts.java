package dev.daybook.cli.demo;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The attempts at one command: pauses that grow from 20 ms to 2 s, for a minute at most. */
final class Attempts {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String command;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private long backoffMillis = 20;

    Attempts(String command) {
        this.command = command;
    }

    /** Waits before the next attempt, or fails if there were enough. */
    void pause(Duration atLeast, String why) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "Gave up on " + command + " after " + PATIENCE.toSeconds() + " s: " + why
                            + ". Run the demo again: it goes on where it stopped.");
        }
        long jittered = ThreadLocalRandom.current().nextLong(backoffMillis / 2, backoffMillis + 1);
        Thread.sleep(Math.max(atLeast.toMillis(), jittered));
        backoffMillis = Math.min(LONGEST_PAUSE_MILLIS, backoffMillis * 2);
    }
}
