package dev.daybook.projection.view;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.projection.ledger.ProjectionException;

/** A view's fold threw on an event, which it must never do. */
public final class FoldFailedException extends ProjectionException {
    private final String view;
    private final transient EventHeaders event;

    FoldFailedException(String view, EventHeaders event, Throwable cause) {
        super(
                "The fold of view '%s' threw on %s %s, version %d of %s '%s': %s"
                        .formatted(
                                view,
                                event.type(),
                                event.id(),
                                event.sequence(),
                                event.aggregateType(),
                                event.subject(),
                                cause),
                cause);
        this.view = view;
        this.event = event;
    }

    /** The view's name. */
    public String view() {
        return view;
    }

    /** The event that it threw on. */
    public EventHeaders event() {
        return event;
    }
}
