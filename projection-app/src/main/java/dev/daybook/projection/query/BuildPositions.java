package dev.daybook.projection.query;

import dev.daybook.projection.peer.Peers;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how far builds have come, whichever instances their partitions are on.
 *
 * @param peers the other instances
 */
public record BuildPositions(Peers peers) {

    /** The positions of a build by partition; what nobody tells at the moment is left out. */
    public Map<Integer, Long> of(Context ctx, ServedView<?, ?> build) throws InterruptedException {
        var standing = Standing.lookUp(ctx, peers, List.of(build.group()));
        var positions = new HashMap<Integer, Long>();
        for (var shard : build.source().shards().all()) {
            standing.of(build.source(), shard.partition())
                    .ifPresent(posted -> positions.put(shard.partition(), posted.position()));
        }
        return positions;
    }
}
