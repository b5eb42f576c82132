package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.console.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows how far a build is, with its rate and the time that is left, until it has come to the end of the log. */
final class BuildProgress {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** While events go on to come, a build is always a few behind; the switch waits for those. */
    private static final long NEAR = 100;

    private final Builds builds;
    private final String build;
    private final PrintWriter out;
    private @Nullable ProgressBar bar;

    BuildProgress(Builds builds, String build, PrintWriter out) {
        this.builds = builds;
        this.build = build;
        this.out = out;
    }

    void await() throws InterruptedException {
        while (!look(Patience.with(() -> builds.find(build)))) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Whether it is there. */
    private boolean look(Optional<JsonNode> now) {
        if (now.isEmpty()) {
            if (bar != null) {
                throw new CommandFailure(ExitCode.FAILED, "Build " + build + " was removed.");
            }
            // It was started a moment ago, and is not running yet.
            return false;
        }
        if (now.get().path("state").asText().equals("FAILED")) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Build " + build + " has stopped: "
                            + now.get().path("reason").asText());
        }
        // Unknown while a partition is on its way, or its owner is away.
        return now.get().hasNonNull("lag") && progress(now.get());
    }

    private boolean progress(JsonNode now) {
        var position = sum(now, "position");
        var end = position + now.path("lag").asLong();
        var there = end - position <= NEAR;
        if (bar == null) {
            bar = ProgressBar.from(out, Terminal.interactive(), "events", position);
        }
        if (there) {
            bar.reach(end, end);
        } else {
            bar.reach(position, end);
        }
        return there;
    }

    private static long sum(JsonNode build, String figure) {
        var sum = 0L;
        for (var partition : build.path("partitions")) {
            sum += partition.path(figure).asLong();
        }
        return sum;
    }
}
