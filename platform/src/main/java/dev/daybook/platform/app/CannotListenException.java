package dev.daybook.platform.app;

import dev.daybook.platform.PlatformException;

/** An app cannot listen on the address that it is configured with. */
public final class CannotListenException extends PlatformException {
    private final String host;
    private final int port;

    CannotListenException(String host, int port, Throwable cause) {
        super(
                "Cannot listen on %s:%d (%s). Is the port taken by another process? Configure another, or 0 for any"
                        .formatted(host, port, cause.getMessage()),
                cause);
        this.host = host;
        this.port = port;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }
}
