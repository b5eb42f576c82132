package dev.daybook.projection.rollup;

import dev.daybook.projection.ledger.Progress;
import java.time.Instant;

/**
 * A moment in a partition of a rollup: after all events up to a position whose time has come.
 *
 * @param time the time, as the partition's clock showed it; what happened at this very time has happened
 * @param position the position
 */
public record AsOf(Instant time, long position) {

    /** How it is, so far as the partition has come. */
    public static AsOf now(Progress progress) {
        return new AsOf(progress.time(), progress.position());
    }

    /** How it was at a time, so far as the partition has come. */
    public static AsOf at(Instant time, Progress progress) {
        return new AsOf(time, progress.position());
    }
}
