package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.query.RowsPart.KeyedRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes one page of the rows that the partitions have for it, in the order of keys. A part that ends early, because it is
 * full or its search was long, says nothing about what comes after its end; so the page goes no further than the first such
 * end, and the next page begins there.
 */
final class RowsMerge {
    private static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private RowsMerge() {}

    /** A page of so many rows at most. */
    static RowsPart of(List<RowsPart> parts, int limit) {
        var horizon = parts.stream().map(RowsPart::end).filter(Objects::nonNull).min(BY_BYTES);
        var rows = parts.stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> within(horizon, row))
                .sorted(Comparator.comparing(KeyedRow::key, BY_BYTES))
                .toList();
        var parked = parts.stream().mapToLong(RowsPart::parked).sum();
        if (rows.size() > limit) {
            var page = rows.subList(0, limit);
            return new RowsPart(page, page.getLast().key(), parked);
        }
        return new RowsPart(rows, horizon.orElse(null), parked);
    }

    private static boolean within(Optional<String> horizon, KeyedRow row) {
        return horizon.isEmpty() || BY_BYTES.compare(row.key(), horizon.get()) <= 0;
    }
}
