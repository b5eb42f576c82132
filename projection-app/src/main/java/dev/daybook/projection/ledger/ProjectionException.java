package dev.daybook.projection.ledger;

import org.jspecify.annotations.Nullable;

/** The root of the exceptions of this module. */
public abstract class ProjectionException extends RuntimeException {

    protected ProjectionException(String message) {
        super(message);
    }

    protected ProjectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
