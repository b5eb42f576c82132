package dev.daybook.projection.query;

import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.ledger.Shards;
import java.time.Duration;
import java.util.List;

/**
 * Tells whether anything may have been posted since it was last asked. Of partitions that are elsewhere nothing is known
 * here, so that something may have been once a while has passed. Not thread-safe.
 */
final class Positions {
    private static final long ELSEWHERE = -1;
    private static final Duration WHILE = Duration.ofSeconds(1);

    private final Shards<?> shards;
    private List<Long> last;
    private long asked = System.nanoTime();

    Positions(Shards<?> shards) {
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

    private List<Long> now() {
        return shards.all().stream()
                .map(shard -> shard.progress().map(Progress::position).orElse(ELSEWHERE))
                .toList();
    }
}
