package dev.daybook.projection.timeline;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.projection.ledger.ProjectionException;

/** A state cannot be told, because an event that led to it cannot be read, or the aggregate cannot evolve by it. */
public final class UnreadableEventException extends ProjectionException {
    private final transient EventHeaders event;

    private UnreadableEventException(EventHeaders event, String what, Throwable cause) {
        super(
                "Version %d of %s '%s' was made by an event that %s: %s"
                        .formatted(event.sequence(), event.aggregateType(), event.subject(), what, reason(cause)),
                cause);
        this.event = event;
    }

    static UnreadableEventException unread(EventHeaders event, Throwable cause) {
        return new UnreadableEventException(event, "cannot be read", cause);
    }

    static UnreadableEventException unfolded(EventHeaders event, Throwable cause) {
        return new UnreadableEventException(event, "the aggregate cannot evolve by", cause);
    }

    /** Why something cannot be read, in words. */
    public static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** The event. */
    public EventHeaders event() {
        return event;
    }
}
