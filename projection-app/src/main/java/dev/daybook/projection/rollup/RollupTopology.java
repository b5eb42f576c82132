package dev.daybook.projection.rollup;

import dev.daybook.projection.view.ViewTopology;
import org.apache.kafka.streams.Topology;

/** The topology of a rollup: its events, added up in its store. */
public final class RollupTopology {

    private RollupTopology() {}

    /** The topology of a rollup. */
    public static <E, R> Topology build(HostedRollup<E, R> rollup) {
        return ViewTopology.build(
                rollup.names(),
                store -> RollupLedger.open(rollup, store),
                rollup.shards(),
                rollup.anomalies(),
                rollup.closing());
    }
}
