package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.Closing;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Shards;

/**
 * A view with all that it needs to be kept here.
 *
 * @param view the view
 * @param names its names in Kafka
 * @param events reads the events that it folds
 * @param codec writes and reads its rows
 * @param shards its partitions
 * @param anomalies what it finds odd in the log
 * @param closing whether its app is told to end
 */
public record HostedView<E, R>(
        RowView<E, R> view,
        ViewNames names,
        EventReader<E> events,
        RowCodec<R> codec,
        Shards<ViewLedger<E, R>> shards,
        Anomalies anomalies,
        Closing closing) {}
