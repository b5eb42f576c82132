package dev.daybook.benchmarks.rebuild;

import dev.daybook.benchmarks.load.Usage;
import dev.daybook.benchmarks.stack.Progress;
import dev.daybook.benchmarks.stack.ViewProgress;
import java.time.Duration;

/**
 * The course of a build as it is looked at from outside, a few times a second. Its rate is taken between the first and the
 * last look at which it was under way, so that neither the start of the app counts nor how soon its end is noticed.
 */
final class Build {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ViewProgress progress;
    private long first;
    private long seen;
    private Usage begin = Usage.now();
    private Usage used = Usage.NONE;

    private Build(ViewProgress progress) {
        this.progress = progress;
    }

    /** Returns when a build has taken in all events. */
    static Took watch(ViewProgress progress) throws InterruptedException {
        var build = new Build(progress);
        Progress.await("the build of " + progress.view(), build::over);
        return new Took(build.seen - build.first, build.used);
    }

    private boolean over() throws InterruptedException {
        var now = progress.look();
        if (first == 0 && now.taken() > 0 && !now.complete()) {
            first = now.taken();
            begin = Usage.now();
        } else if (!now.complete() || seen <= first) {
            // A build that nobody saw under way is measured as a whole.
            seen = now.taken();
            used = begin.since();
        }
        if (!now.complete()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        return now.complete();
    }
}
