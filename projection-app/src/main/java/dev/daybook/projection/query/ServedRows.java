package dev.daybook.projection.query;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.ViewLedger;
import dev.daybook.projection.view.ViewNames;
import dev.daybook.projection.view.ViewTopology;

/**
 * A build of a view with a row for each aggregate.
 *
 * @param context the name of its context
 * @param build which build of the view it is
 * @param hosted the view
 * @param group its application
 */
public record ServedRows<E, R>(String context, BuildId build, HostedView<E, R> hosted, Group group)
        implements ServedView<E, R> {

    @Override
    public RowView<E, R> view() {
        return hosted.view();
    }

    @Override
    public ViewNames names() {
        return hosted.names();
    }

    @Override
    public Shards<ViewLedger<E, R>> shards() {
        return hosted.shards();
    }

    @Override
    public Source<ViewLedger<E, R>> source() {
        return new Source<>(
                view().aggregate(),
                names().events(),
                group,
                shards(),
                ViewTopology.STORE,
                store -> ViewLedger.open(hosted, store));
    }
}
