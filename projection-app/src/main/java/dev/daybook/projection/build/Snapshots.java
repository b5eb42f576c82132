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
    /** How long a build may take to come to a position that another build has come to. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a build shows of a partition at a position; if it is beyond it, no entries, and the position that it is at. */
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
            if (e.getCause() instanceof PassedException passed) {
                return new Nothing(passed.position());
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            met.cancel(false);
            // It was met at the last moment.
            if (met.state() == State.SUCCESS) {
                return met.resultNow();
            }
            return new Nothing(shard.progress().orElseThrow(shard::away).position());
        }
    }

    /** No entries. */
    private record Nothing(long position) implements Entries {
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
