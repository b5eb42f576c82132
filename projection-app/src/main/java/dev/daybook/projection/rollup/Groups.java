package dev.daybook.projection.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.core.Rollup;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows of a rollup.
 *
 * @param groups the rows, in the order of the UTF-8 bytes of their keys
 * @param last the key after which to go on; null if there are no more
 */
public record Groups<R>(List<Group<R>> groups, @Nullable String last) {
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(key -> key.getBytes(UTF_8), Arrays::compareUnsigned);

    /**
     * Adds up what partitions add to the rows after one key.
     *
     * @param parts of each partition the first rows after the key, in their order: one more than the limit, or all
     * @param limit the most rows that the answer holds
     */
    public static <R> Groups<R> merge(Rollup<?, R> rollup, Collection<List<Group<R>>> parts, int limit) {
        var sums = new TreeMap<String, R>(BY_BYTES);
        for (var part : parts) {
            part.forEach(group -> sums.merge(group.key(), group.row(), rollup.plus()));
        }
        var rows = sums.entrySet().stream()
                .limit(limit)
                .map(entry -> new Group<>(entry.getKey(), entry.getValue()))
                .toList();
        return new Groups<>(rows, sums.size() > limit ? rows.getLast().key() : null);
    }
}
