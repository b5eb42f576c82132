package dev.daybook.projection.query;

import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.parking.ParkingLedger;
import java.time.Duration;
import java.util.List;

/**
 * Tells whether anything may have been posted, or released from where it was parked, since it was last asked. Of partitions that are elsewhere nothing is known
 * here, so that something may have been once a while has passed. Not thread-safe.
 */
final class Positions {
    private static final Seen ELSEWHERE = new Seen(-1, -1);
    private static final Duration WHILE = Duration.ofSeconds(1);

    private final Shards<? extends ParkingLedger> shards;
    private List<Seen> last;
    private long asked = System.nanoTime();

    /** How far a partition has come, and how many of its events are parked: a release moves no position. */
    private record Seen(long position, long parked) {}

    Positions(Shards<? extends ParkingLedger> shards) {
        this.shards = shards;
        this.last = now();
    }

    boolean mayHaveMoved() {
        var now = now();
        var passed = System.nanoTime() - asked > WHILE.toNanos();
        if (now.equals(last) && !(passed && now.contains(ELSEWHERE))) {
            return false;
        }
        last = now;
        asked = System.nanoTime();
        return true;
    }

    private List<Seen> now() {
        return shards.all().stream().map(Positions::seen).toList();
    }

    private static Seen seen(Shard<? extends ParkingLedger> shard) {
        var position = shard.progress().map(Progress::position);
        var parked = shard.find().map(ledger -> ledger.parkedCount().events());
        return position.isPresent() && parked.isPresent() ? new Seen(position.get(), parked.get()) : ELSEWHERE;
    }
}
