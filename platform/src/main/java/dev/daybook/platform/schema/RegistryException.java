package dev.daybook.platform.schema;

import dev.daybook.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** A schema registry did not do what it was asked. */
public abstract sealed class RegistryException extends PlatformException
        permits RegistryUnavailableException, SchemaRejectedException, UnknownSchemaIdException {

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
