package dev.daybook.projection.parking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is parked in a ledger's store, for those who read it. An aggregate has an entry from when its first event is parked
 * until its last one is released. The entry counts, and events before the first that it names are left over
 * from a crash.
 *
 * @param store the ledger's store
 */
public record Parked(ReadOnlyKeyValueStore<Bytes, byte[]> store) {

    /** How many aggregates, and how many of their events, are parked. */
    public record Count(long aggregates, long events) {
        public static final Count NONE = new Count(0, 0);
    }

    /** What is parked of an aggregate; empty if nothing is. */
    public Optional<ParkedAggregate> aggregate(String id) {
        return Optional.ofNullable(store.get(ParkedKeys.aggregate(id)))
                .map(stored -> ParkedAggregate.decode(id, stored));
    }

    /** Aggregates of which something is parked, after an id, in the order of the UTF-8 bytes of ids. */
    public List<ParkedAggregate> aggregates(@Nullable String after, int limit) {
        var found = new ArrayList<ParkedAggregate>();
        try (var entries = store.range(ParkedKeys.aggregatesAfter(after), ParkedKeys.aggregatesEnd())) {
            while (entries.hasNext() && found.size() < limit && isAggregate(entries.peekNextKey())) {
                var entry = entries.next();
                found.add(ParkedAggregate.decode(ParkedKeys.aggregateId(entry.key), entry.value));
            }
        }
        return found;
    }

    /** How much is parked. */
    public Count count() {
        var all = aggregates(null, Integer.MAX_VALUE);
        return new Count(
                all.size(), all.stream().mapToLong(ParkedAggregate::events).sum());
    }

    /** The parked events of an aggregate from a position on, in their order. */
    public List<ParkedEvent> events(ParkedAggregate aggregate, long from, int limit) {
        var found = new ArrayList<ParkedEvent>();
        try (var entries = store.range(
                ParkedKeys.event(aggregate.aggregateId(), Math.max(from, aggregate.first())),
                ParkedKeys.event(aggregate.aggregateId(), aggregate.last()))) {
            while (entries.hasNext() && found.size() < limit) {
                found.add(ParkedEvent.decode(entries.next().value));
            }
        }
        return found;
    }

    /** The keys of events that a crash has left over. */
    List<Bytes> leftOver() {
        var leftOver = new ArrayList<Bytes>();
        try (var entries = store.range(ParkedKeys.events(), ParkedKeys.eventsEnd())) {
            entries.forEachRemaining(entry -> {
                var event = ParkedEvent.decode(entry.value);
                var waits = aggregate(event.event().headers().subject())
                        .filter(aggregate ->
                                aggregate.first() <= event.position() && event.position() <= aggregate.last());
                if (waits.isEmpty()) {
                    leftOver.add(entry.key);
                }
            });
        }
        return leftOver;
    }

    private static boolean isAggregate(Bytes key) {
        return key.compareTo(ParkedKeys.aggregatesEnd()) < 0;
    }
}
