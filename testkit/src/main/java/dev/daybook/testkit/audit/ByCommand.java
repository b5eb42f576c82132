package dev.daybook.testkit.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A map by the command that is meant: an aggregate's id and the command's. */
final class ByCommand<V> {
    private final Map<String, Map<String, V>> values = new HashMap<>();

    @Nullable
    V find(String aggregateId, String commandId) {
        return values.getOrDefault(aggregateId, Map.of()).get(commandId);
    }

    void put(String aggregateId, String commandId, V value) {
        values.computeIfAbsent(aggregateId, id -> new HashMap<>()).put(commandId, value);
    }

    Stream<V> all() {
        return values.values().stream().map(Map::values).flatMap(Collection::stream);
    }
}
