package dev.daybook.projection.build;

import static java.util.stream.Collectors.toMap;

import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.query.ServedView;
import java.util.Map;

/** Tells how far a build has come, whichever instances its partitions are on. */
@FunctionalInterface
public interface Positions {

    /** The position by partition; what nobody tells at the moment is left out. */
    Map<Integer, Long> of(ServedView<?, ?> build) throws InterruptedException;

    /** Knows of the partitions that are here. */
    static Positions here() {
        return build -> build.shards().all().stream()
                .filter(shard -> shard.progress().isPresent())
                .collect(toMap(
                        Shard::partition,
                        shard -> shard.progress().orElseThrow().position()));
    }
}
