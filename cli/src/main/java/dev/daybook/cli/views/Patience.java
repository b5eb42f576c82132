package dev.daybook.cli.views;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks again while partitions move or an instance is away, for a minute at most: a build goes on meanwhile. */
final class Patience {
    private static final Duration IN_ALL = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Patience() {}

    static <T> T with(Supplier<T> request) throws InterruptedException {
        var deadline = System.nanoTime() + IN_ALL.toNanos();
        while (true) {
            try {
                return request.get();
            } catch (CommandFailure e) {
                if (e.exitCode() != ExitCode.UNREACHABLE || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
