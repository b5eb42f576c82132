package dev.daybook.projection.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two builds of a view laid side by side, row by row. It keeps the first differences as examples, and counts all.
 * Not thread-safe.
 */
final class Comparison {
    private final int mostExamples;
    private final List<Difference> examples = new ArrayList<>();
    private long rows;
    private long differing;

    /**
     * A key under which two builds show different things.
     *
     * @param here what the build in question shows, as JSON; null if nothing
     * @param there what the other shows; null if nothing
     */
    record Difference(
            String key, @Nullable String here, @Nullable String there) {}

    Comparison(int mostExamples) {
        this.mostExamples = mostExamples;
    }

    /** Lays entries side by side, both in the order of the UTF-8 bytes of their keys. */
    void add(Iterator<Entry> here, Iterator<Entry> there) {
        @Nullable Entry left = next(here);
        @Nullable Entry right = next(there);
        while (left != null || right != null) {
            var order = order(left, right);
            compare(order <= 0 ? left : null, order >= 0 ? right : null);
            left = order <= 0 ? next(here) : left;
            right = order >= 0 ? next(there) : right;
        }
    }

    /** How many keys were compared. */
    long rows() {
        return rows;
    }

    /** How many of them showed a difference. */
    long differing() {
        return differing;
    }

    List<Difference> examples() {
        return examples;
    }

    private void compare(@Nullable Entry left, @Nullable Entry right) {
        rows++;
        if (left != null && right != null && left.json().equals(right.json())) {
            return;
        }
        differing++;
        if (examples.size() < mostExamples) {
            var key = left != null ? left.key() : right != null ? right.key() : "";
            examples.add(new Difference(key, left == null ? null : left.json(), right == null ? null : right.json()));
        }
    }

    /** Which comes first; what has ended comes last. */
    private static int order(@Nullable Entry left, @Nullable Entry right) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(left.key().getBytes(UTF_8), right.key().getBytes(UTF_8));
    }

    private static @Nullable Entry next(Iterator<Entry> entries) {
        return entries.hasNext() ? entries.next() : null;
    }
}
