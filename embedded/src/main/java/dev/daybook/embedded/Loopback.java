package dev.daybook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** The network that ends at this machine. */
public final class Loopback {
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /**
     * Listens on a port.
     *
     * @param server who listens, for the message of the exception
     * @param port 0 for any free one
     * @throws PortTakenException if another process listens there
     */
    static ServerSocketChannel listen(String server, int port) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.configureBlocking(false);
                return channel.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw new PortTakenException(server, port, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port + " for the " + server, e);
        }
    }

    /**
     * A port for a server in another process: the one asked for if it is free, or any free one for 0.
     *
     * @param server who is to listen, for the message of the exception
     * @throws PortTakenException if another process listens there
     */
    public static int reserve(String server, int port) {
        try (var channel = port == 0 ? listenAside(server) : listen(server, port)) {
            return port(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot free port " + port + " for the " + server, e);
        }
    }

    /** Listens where no system takes ports for other purposes, so that nobody takes it before the server does. */
    private static ServerSocketChannel listenAside(String server) {
        for (var attempt = 1; ; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try {
                return listen(server, port);
            } catch (PortTakenException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    static int port(ServerSocketChannel channel) {
        return channel.socket().getLocalPort();
    }
}
