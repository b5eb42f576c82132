package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.query.RowsPart.KeyedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class RowsMergeTest {

    @Property(tries = 300)
    void pages_show_every_row_once_and_in_order_wherever_a_search_ends(
            @ForAll @Size(max = 40) Set<@NotEmpty String> keys,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll @IntRange(min = 1, max = 5) int longestSearch) {
        var whole = keys.stream()
                .filter(RowsMergeTest::isText)
                .sorted(RowsMergeTest::byBytes)
                .toList();
        var shown = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var from = after;
            var page = RowsMerge.of(
                    IntStream.range(0, partitions)
                            .mapToObj(partition -> part(whole, partitions, partition, from, limit, longestSearch))
                            .toList(),
                    limit);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.rows().forEach(row -> shown.add(row.key()));
            after = page.end();
        } while (after != null);

        assertThat(shown).containsExactlyElementsOf(rows(whole));
    }

    /** What a partition has: it looks at so many keys and no more, and every third key has a row. */
    private static RowsPart part(
            List<String> keys, int partitions, int partition, @Nullable String after, int limit, int longestSearch) {
        var its = keys.stream()
                .filter(key -> Math.floorMod(key.hashCode(), partitions) == partition)
                .filter(key -> after == null || byBytes(key, after) > 0)
                .toList();
        var seen = its.subList(0, Math.min(its.size(), longestSearch));
        var rows = rows(seen);
        if (rows.size() > limit) {
            return new RowsPart(keyed(rows.subList(0, limit)), rows.get(limit - 1), 0);
        }
        return new RowsPart(keyed(rows), seen.size() < its.size() ? seen.getLast() : null, 0);
    }

    private static List<String> rows(List<String> keys) {
        return keys.stream().filter(key -> key.length() % 3 != 0).toList();
    }

    private static List<KeyedRow> keyed(List<String> keys) {
        return keys.stream()
                .map(key -> new KeyedRow(key, out -> out.writeString(key)))
                .toList();
    }

    /** Half of a surrogate pair is no text, and has no bytes of its own. */
    private static boolean isText(String key) {
        return new String(key.getBytes(UTF_8), UTF_8).equals(key);
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
