package dev.daybook.embedded;

/** A port that was asked for, and that another process listens on. */
public final class PortTakenException extends EmbeddedException {
    private static final long serialVersionUID = 1L;

    private final String server;
    private final int port;

    PortTakenException(String server, int port, Throwable cause) {
        super(
                "Port %d on 127.0.0.1, which the %s is to listen on, is taken. Stop the process that listens there, or choose another port for the %s; 0 takes any free one."
                        .formatted(port, server, server),
                cause);
        this.server = server;
        this.port = port;
    }

    /** What was to listen: {@code broker} or {@code registry}. */
    public String server() {
        return server;
    }

    public int port() {
        return port;
    }
}
