package dev.daybook.platform.schema;

import org.jspecify.annotations.Nullable;

/**
 * The schema registry cannot be reached, or answers nothing of use. It says nothing about a schema or a message: who
 * reads a message waits and tries again.
 */
public final class RegistryUnavailableException extends RegistryException {

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
