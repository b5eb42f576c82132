package dev.daybook.projection.query;

import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.peer.Place;
import dev.daybook.projection.stream.Group;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ledgers of a view or a timeline as they are read: those that are posted here, and copies of others.
 *
 * @param aggregate the type of aggregate
 * @param topic the topic of the events
 * @param group the application
 * @param shards the places for the ledgers that are posted here
 * @param store the name of their stores
 * @param opener makes a ledger of a store, to be read
 */
record Source<L extends Ledger>(
        String aggregate,
        String topic,
        Group group,
        Shards<L> shards,
        String store,
        Function<KeyValueStore<Bytes, byte[]>, L> opener) {

    /** A name that no other ledgers have. */
    String name() {
        return group.name() + "/" + aggregate;
    }

    /** A copy of the ledger of a partition as it is at this moment; empty if there is none here. */
    Optional<L> copy(int partition) {
        try {
            return group.copy(store, partition).map(opener);
        } catch (InvalidStateStoreException e) {
            // Whether there is one shows only when it is read.
            return Optional.empty();
        }
    }

    /** Where an aggregate is. */
    Place place(String aggregateId) {
        return new Place(group, topic, shards.of(aggregateId));
    }

    /** Where all of it is. */
    List<Place> places() {
        return shards.all().stream()
                .map(shard -> new Place(group, topic, shard))
                .toList();
    }
}
