package dev.daybook.projection.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who watches which aggregate of a partition. Thread-safe. */
final class Watchers {
    private final Map<String, List<Signal>> byAggregate = new ConcurrentHashMap<>();

    void add(String aggregateId, Signal signal) {
        byAggregate.merge(
                aggregateId,
                List.of(signal),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    @SuppressWarnings("ReferenceEquality") // this very signal
    void remove(String aggregateId, Signal signal) {
        byAggregate.computeIfPresent(aggregateId, (id, signals) -> {
            var left = signals.stream().filter(each -> each != signal).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** Raises the signals of those who watch one of these aggregates. */
    void raise(Collection<String> aggregateIds) {
        if (!byAggregate.isEmpty()) {
            aggregateIds.forEach(id -> byAggregate.getOrDefault(id, List.of()).forEach(Signal::raise));
        }
    }

    /** Raises all signals. */
    void raise() {
        byAggregate.values().forEach(signals -> signals.forEach(Signal::raise));
    }
}
