package dev.daybook.platform;

import org.jspecify.annotations.Nullable;

/** The root of the exceptions of this module. */
public abstract class PlatformException extends RuntimeException {

    protected PlatformException(String message) {
        super(message);
    }

    protected PlatformException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
