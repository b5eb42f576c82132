package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.ProjectionException;

/** An event cannot be folded, and could not be if it were tried again: it cannot be read, or a function of the view throws on it. */
public final class UnfoldableException extends ProjectionException {

    UnfoldableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
