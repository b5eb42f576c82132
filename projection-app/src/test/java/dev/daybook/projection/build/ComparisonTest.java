package dev.daybook.projection.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.build.Comparison.Difference;
import dev.daybook.projection.ledger.Entry;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Comparison comparison = new Comparison(2);

    @Test
    void finds_no_difference_between_equals() {
        comparison.add(entries("1", "a", "2", "b"), entries("1", "a", "2", "b"));

        assertThat(comparison.rows()).isEqualTo(2);
        assertThat(comparison.differing()).isZero();
        assertThat(comparison.examples()).isEmpty();
    }

    @Test
    void names_what_only_one_shows_and_what_both_show_differently() {
        comparison.add(entries("1", "a", "3", "c"), entries("2", "b", "3", "d"));

        assertThat(comparison.rows()).isEqualTo(3);
        assertThat(comparison.differing()).isEqualTo(3);
        assertThat(comparison.examples())
                .containsExactly(new Difference("1", "a", null), new Difference("2", null, "b"));
    }

    @Test
    void follows_the_order_of_bytes_and_not_of_characters() {
        // U+FFFD comes after U+1F600 in UTF-16, but before it in UTF-8.
        comparison.add(entries("\uFFFD", "a", "\uD83D\uDE00", "b"), entries("\uD83D\uDE00", "b"));

        assertThat(comparison.differing()).isEqualTo(1);
        assertThat(comparison.examples()).containsExactly(new Difference("\uFFFD", "a", null));
    }

    @Test
    void adds_up_partitions() {
        comparison.add(entries("1", "a"), entries("1", "a"));
        comparison.add(entries("0", "a"), entries());

        assertThat(comparison.rows()).isEqualTo(2);
        assertThat(comparison.differing()).isEqualTo(1);
    }

    private static Iterator<Entry> entries(String... keysAndRows) {
        return IntStream.range(0, keysAndRows.length / 2)
                .mapToObj(i -> new Entry(keysAndRows[2 * i], keysAndRows[2 * i + 1]))
                .iterator();
    }
}
