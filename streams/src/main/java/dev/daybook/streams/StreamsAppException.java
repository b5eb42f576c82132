package dev.daybook.streams;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions of this module and of the applications that run on it: the application or its surroundings are
 * broken. It never says anything about a message.
 */
public abstract class StreamsAppException extends RuntimeException {

    protected StreamsAppException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
