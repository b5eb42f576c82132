package dev.daybook.cli.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a story that is being put together. Each is itself: two are never equal. */
final class Draft {
    static final Comparator<Draft> BY_TIME =
            Comparator.comparing(draft -> draft.part.time(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    final Part part;

    @Nullable
    Draft cause;

    Draft(Part part) {
        this.part = part;
    }

    /** Whether it follows, by way of others, from itself: what headers say need not make sense. */
    boolean followsFromItself() {
        Set<Draft> seen = new HashSet<>();
        for (var each = cause; each != null && seen.add(each); each = each.cause) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}
