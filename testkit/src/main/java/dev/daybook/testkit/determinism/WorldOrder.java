package dev.daybook.testkit.determinism;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which a world reads Java's immutable sets and maps. They have none: a JVM takes one by chance when it
 * starts. Two worlds take opposite ones, so that nothing is left to chance.
 */
public final class WorldOrder {
    private static final Comparator<Object> FORWARDS =
            Comparator.comparingInt(Object::hashCode).thenComparing(Object::toString);
    private static final Comparator<Object> ORDER = World.current().isBusy() ? FORWARDS.reversed() : FORWARDS;

    private WorldOrder() {}

    /** The set in this world's order. */
    public static <T> Set<T> of(Set<T> unordered) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted(unordered)));
    }

    /** The map in this world's order. */
    public static <K, V> Map<K, V> of(Map<K, V> unordered) {
        var ordered = new LinkedHashMap<K, V>();
        sorted(unordered.keySet()).forEach(key -> ordered.put(key, unordered.get(key)));
        return Collections.unmodifiableMap(ordered);
    }

    private static <T> List<T> sorted(Collection<T> unordered) {
        return unordered.stream().sorted(ORDER).toList();
    }
}
