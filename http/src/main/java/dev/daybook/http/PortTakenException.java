package dev.daybook.http;

import dev.daybook.platform.PlatformException;

/** Something else listens on the port. */
public final class PortTakenException extends PlatformException {
    private final int port;

    PortTakenException(String host, int port, Throwable cause) {
        super(
                "Port %d on %s is taken. Stop what listens there, or choose another port with http.port or DAYBOOK_HTTP_PORT"
                        .formatted(port, host),
                cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
