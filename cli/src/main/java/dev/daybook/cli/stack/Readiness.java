package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.platform.app.App;
import java.time.Duration;

/** Waiting for an app to do its work. */
public final class Readiness {
    /** Long enough for stores to be restored after a crash. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(20);

    private Readiness() {}

    /** Returns when it is ready; fails when it cannot become so, or is not after minutes. */
    public static void await(String name, App app) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!app.ready()) {
            if (!app.live()) {
                throw new CommandFailure(ExitCode.FAILED, "The " + name + " does not start: " + app.whyNotReady());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The " + name + " is not ready after " + PATIENCE.toSeconds() + " s: " + app.whyNotReady());
            }
            Thread.sleep(POLL);
        }
    }
}
