package dev.daybook.cli.trace;

import java.time.Instant;
import java.util.Comparator;
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
}
