package dev.daybook.benchmarks.freshness;

import dev.daybook.benchmarks.http.Answer;
import dev.daybook.benchmarks.http.HttpTarget;
import dev.daybook.benchmarks.http.LoadClient;
import dev.daybook.benchmarks.load.Found;
import dev.daybook.benchmarks.load.Target;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Sends commands, and after the answer to each that is watched reads the order's row, without a token and again and again,
 * until it shows the version that the command made. What is found counts from the command's answer to the answer of the
 * first read that shows it; so one read is the least that it can be.
 */
record Eye(LoadClient commands, LoadClient rows, Found found) implements Target<Watched> {
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
    private static final int NO_ROW_YET = 404;

    @Override
    public CompletableFuture<?> send(Watched command) {
        return new HttpTarget(commands).send(command.request()).thenCompose(answer -> {
            long answered = System.nanoTime();
            return command.watched()
                    ? await(command.read(), version(answer), answered)
                    : CompletableFuture.completedFuture(answer);
        });
    }

    private CompletableFuture<Answer> await(byte[] read, long version, long answered) {
        return rows.send(read).thenCompose(row -> {
            long passed = System.nanoTime() - answered;
            if (row.good() && version(row) >= version) {
                found.answered(passed);
                return CompletableFuture.completedFuture(row);
            }
            if ((!row.good() && row.status() != NO_ROW_YET) || passed > PATIENCE) {
                throw new IllegalStateException(
                        "Version %d is not shown after %d ms: %s".formatted(version, passed / 1_000_000, row));
            }
            return await(read, version, answered);
        });
    }

    private static long version(Answer answer) {
        var version = VERSION.matcher(answer.body());
        if (!version.find()) {
            throw new IllegalStateException("Expected a version, but found " + answer.body());
        }
        return Long.parseLong(version.group(1));
    }
}
