package dev.daybook.projection.query;

import dev.daybook.core.Rollup;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.rollup.RollupLedger;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.ViewNames;
import dev.daybook.projection.view.ViewTopology;

/**
 * A build of a view that is a rollup.
 *
 * @param context the name of its context
 * @param build which build of the view it is
 * @param hosted the view
 * @param group its application
 */
public record ServedRollup<E, R>(String context, BuildId build, HostedRollup<E, R> hosted, Group group)
        implements ServedView<E, R> {

    @Override
    public Rollup<E, R> view() {
        return hosted.view();
    }

    @Override
    public ViewNames names() {
        return hosted.names();
    }

    @Override
    public Shards<RollupLedger<E, R>> shards() {
        return hosted.shards();
    }

    @Override
    public Source<RollupLedger<E, R>> source() {
        return new Source<>(
                view().aggregate(),
                names().events(),
                group,
                shards(),
                ViewTopology.STORE,
                store -> RollupLedger.open(hosted, store));
    }
}
