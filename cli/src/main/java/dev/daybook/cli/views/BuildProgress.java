package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.ProgressBar;
import dev.daybook.cli.console.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
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
        while (!look()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Whether it is there. */
    private boolean look() {
        var now = builds.find(build);
        if (now.isEmpty()) {
            // It was started a moment ago, and is not running yet.
            return false;
        }
        if (now.get().path("state").asText().equals("FAILED")) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Build " + build + " has stopped: "
                            + now.get().path("reason").asText());
        }
        if (!now.get().hasNonNull("lag")) {
            return false;
        }
        var position = sum(now.get(), "position");
        var end = position + now.get().path("lag").asLong();
        var there = end - position <= NEAR;
        if (bar == null) {
            bar = ProgressBar.from(out, Terminal.interactive(), "events", position);
        }
        bar.reach(there ? end : position, end);
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
