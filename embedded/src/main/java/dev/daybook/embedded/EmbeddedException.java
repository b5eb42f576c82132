package dev.daybook.embedded;

import org.jspecify.annotations.Nullable;

/** A broker or registry on this machine that cannot be started; the root of this module's exceptions. */
public class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
