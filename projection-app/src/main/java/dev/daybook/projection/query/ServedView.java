package dev.daybook.projection.query;

import dev.daybook.projection.stream.Group;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.ViewLedger;
import dev.daybook.projection.view.ViewTopology;

/**
 * A build of a view that can be asked.
 *
 * @param context the name of its context
 * @param build which build of the view it is
 * @param hosted the view
 * @param group its application
 */
public record ServedView<E, R>(String context, BuildId build, HostedView<E, R> hosted, Group group) {

    /** The name of the view. */
    public String name() {
        return hosted.view().name();
    }

    /** Its ledgers as they are read. */
    Source<ViewLedger<E, R>> source() {
        return new Source<>(
                hosted.view().aggregate(),
                hosted.names().events(),
                group,
                hosted.shards(),
                ViewTopology.STORE,
                store -> ViewLedger.open(hosted, store));
    }

    /** The id of its Kafka Streams application. */
    public String application() {
        return hosted.names().application();
    }
}
