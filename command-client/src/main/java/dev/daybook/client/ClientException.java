package dev.daybook.client;

import dev.daybook.platform.PlatformException;

/** A client cannot start as it is configured, or with the cluster as it is. */
public final class ClientException extends PlatformException {

    ClientException(String message) {
        super(message);
    }

    ClientException(String message, Throwable cause) {
        super(message, cause);
    }
}
