package dev.daybook.projection.rollup;

import dev.daybook.core.Rollup;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.view.RowCodec;
import dev.daybook.projection.view.ViewNames;

/**
 * A rollup with all that it needs to be kept here.
 *
 * @param view the rollup
 * @param names its names in Kafka
 * @param events reads the events that it folds
 * @param codec writes and reads its rows
 * @param shards its partitions
 * @param anomalies what it finds odd in the log
 * @param closing whether its app is told to end
 */
public record HostedRollup<E, R>(
        Rollup<E, R> view,
        ViewNames names,
        EventReader<E> events,
        RowCodec<R> codec,
        Shards<RollupLedger<E, R>> shards,
        Anomalies anomalies,
        Closing closing) {}
