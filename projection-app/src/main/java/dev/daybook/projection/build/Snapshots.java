package dev.daybook.projection.build;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Entry;
import dev.daybook.projection.ledger.PassedException;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.query.ServedView;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Catches partitions of builds exactly at a position, here or on another instance.
 *
 * @param peers the other instances
 */
record Snapshots(Peers peers) {
    /** The position of what was not met. */
    static final long UNMET = -1;

    /** How long a build may take to come to a position that another build has come to. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a build shows of a partition at a position; if it is not met there, no entries, and {@link #UNMET}. */
    Entries of(Context ctx, ServedView<?, ?> build, int partition, long position) throws InterruptedException {
        var place = build.place(partition);
        if (place.isHere()) {
            return here(build, partition, position);
        }
        var headers = Map.of(SnapshotHandler.POSITION, String.valueOf(position));
        return Lines.read(peers.flow(ctx, place, SnapshotHandler.PATH + partition, headers, PATIENCE.plusSeconds(1)));
    }

    /** The same of a build whose partition is here. */
    static Entries here(ServedView<?, ?> build, int partition, long position) throws InterruptedException {
        var shard = build.shards().of(partition);
        var met = shard.at(position, ParkingLedger::entries);
        try {
            return met.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PassedException) {
                return new Nothing();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            met.cancel(false);
            // It may have been met at the last moment.
            return met.state() == State.SUCCESS ? met.resultNow() : new Nothing();
        } finally {
            met.cancel(false);
        }
    }

    /** What is caught of a partition that was not met: no entries, and no position. */
    private record Nothing() implements Entries {
        @Override
        public long position() {
            return UNMET;
        }

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Entry next() {
            throw new NoSuchElementException();
        }

        @Override
        public void close() {}
    }
}
