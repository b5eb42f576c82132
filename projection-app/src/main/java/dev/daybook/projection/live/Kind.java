package dev.daybook.projection.live;

import java.util.Locale;

/** What streams show. */
public enum Kind {
    /** An aggregate's events. */
    EVENTS,
    /** A row of a view with a row for each aggregate. */
    ROW,
    /** A row of a rollup. */
    GROUP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
