package dev.daybook.platform.message;

import java.util.Locale;

/** How long the sender of a command waits for what becomes of it. */
public enum Ack {
    /** Until it is durable in the log. Its fate is sealed then, but not known yet. */
    ACCEPTED,
    /** Until it is decided. The transaction that decided it may still abort; the same is decided again then. */
    DECIDED,
    /** Until its events are visible to every reader of committed records. */
    COMMITTED;

    /** As it stands in headers and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
