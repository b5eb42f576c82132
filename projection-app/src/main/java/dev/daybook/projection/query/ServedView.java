package dev.daybook.projection.query;

import dev.daybook.core.View;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.parking.ParkingLedger;
import dev.daybook.projection.peer.Place;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.ViewNames;

/** A build of a view that can be asked. */
public sealed interface ServedView<E, R> permits ServedRows, ServedRollup {

    /** The name of its context. */
    String context();

    /** Which build of the view it is. */
    BuildId build();

    /** Its application. */
    Group group();

    /** The view. */
    View<E, R> view();

    /** Its names in Kafka. */
    ViewNames names();

    /** Its partitions. */
    Shards<? extends ParkingLedger> shards();

    /** Its ledgers as they are read. */
    Source<? extends ParkingLedger> source();

    /** Where a partition of it is. */
    default Place place(int partition) {
        return new Place(group(), names().events(), shards().of(partition));
    }

    /** The name of the view. */
    default String name() {
        return view().name();
    }

    /** The id of its Kafka Streams application. */
    default String application() {
        return names().application();
    }
}
