package dev.daybook.projection.live;

import java.util.Locale;

/** What streams show. */
public enum Kind {
    /** An aggregate's events. */
    EVENTS,
    /** A row of a view. */
    ROW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
