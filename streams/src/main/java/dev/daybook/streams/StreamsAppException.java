package dev.daybook.streams;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions of this module and of the applications that run on it: the application or its surroundings are
 * broken, or cannot cope with a message. None of them leads to a dead letter by itself.
 */
public abstract class StreamsAppException extends RuntimeException {

    protected StreamsAppException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
