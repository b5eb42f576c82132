package dev.daybook.projection.timeline;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.projection.ledger.ProjectionException;

/** A state cannot be told, because an event that led to it is of a type that this program does not know. */
public final class UnknownEventException extends ProjectionException {
    private final transient EventHeaders event;

    UnknownEventException(EventHeaders event) {
        super("Version %d of %s '%s' was made by an event of the unknown type %s; a newer release may know it"
                .formatted(event.sequence(), event.aggregateType(), event.subject(), event.type()));
        this.event = event;
    }

    /** The event. */
    public EventHeaders event() {
        return event;
    }
}
