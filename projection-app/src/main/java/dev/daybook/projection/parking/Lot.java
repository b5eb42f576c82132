package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.Changes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where one partition of a view parks events. It knows by heart which aggregates have any, since every event asks; the store has
 * all of it, and what it has in mind is what the store has once the changes are written. For the thread that posts.
 *
 * <p>A crash may cut what is written at any point. A parked event comes before the aggregate's entry that counts it, and goes after
 * the entry that no longer does, so that an entry never counts what is not there; what no entry counts goes away when the
 * lot is opened.
 */
final class Lot {
    private final Parked parked;
    private final Map<String, ParkedAggregate> aggregates = new HashMap<>();
    private long events;

    private Lot(Parked parked) {
        this.parked = parked;
    }

    static Lot open(KeyValueStore<Bytes, byte[]> store) {
        var lot = new Lot(new Parked(store));
        lot.parked.aggregates(null, Integer.MAX_VALUE).forEach(lot::remember);
        var leftOver = new Changes();
        lot.parked.leftOver().forEach(leftOver::delete);
        leftOver.writeTo(store);
        return lot;
    }

    @Nullable
    ParkedAggregate find(String aggregateId) {
        return aggregates.get(aggregateId);
    }

    ParkedEvent first(ParkedAggregate aggregate) {
        return parked.events(aggregate, aggregate.first(), 1).getFirst();
    }

    Parked.Count count() {
        return new Parked.Count(aggregates.size(), events);
    }

    /** Parks an event, behind those of its aggregate that are parked. */
    void park(ParkedEvent event, Changes changes) {
        var id = event.event().headers().subject();
        var before = aggregates.get(id);
        var after = before == null ? ParkedAggregate.startingWith(id, event.position()) : before.and(event.position());
        keep(event, changes);
        put(after, changes);
    }

    /** Keeps a parked event as it is now. */
    void keep(ParkedEvent event, Changes changes) {
        changes.put(ParkedKeys.event(event.event().headers().subject(), event.position()), event.encode());
    }

    /** Takes the first event of an aggregate away. */
    void takeFirst(ParkedAggregate aggregate, Changes changes) {
        var next = parked.events(aggregate, aggregate.first() + 1, 1);
        if (next.isEmpty()) {
            changes.delete(ParkedKeys.aggregate(aggregate.aggregateId()));
            forget(aggregate.aggregateId());
        } else {
            put(aggregate.from(next.getFirst().position()), changes);
        }
        changes.delete(ParkedKeys.event(aggregate.aggregateId(), aggregate.first()));
    }

    private void put(ParkedAggregate aggregate, Changes changes) {
        changes.put(ParkedKeys.aggregate(aggregate.aggregateId()), aggregate.encode());
        remember(aggregate);
    }

    private void remember(ParkedAggregate aggregate) {
        forget(aggregate.aggregateId());
        aggregates.put(aggregate.aggregateId(), aggregate);
        events += aggregate.events();
    }

    private void forget(String aggregateId) {
        var before = aggregates.remove(aggregateId);
        events -= before == null ? 0 : before.events();
    }
}
