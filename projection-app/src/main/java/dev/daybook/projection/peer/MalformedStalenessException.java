package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.ProjectionException;

/** A request says in a way that nobody understands how stale its answer may be. */
public final class MalformedStalenessException extends ProjectionException {

    MalformedStalenessException(String value) {
        super("The header %s must be a number of seconds, such as 5 or 0.5, but is '%s'"
                .formatted(MaxStaleness.HEADER, value));
    }
}
