package dev.daybook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** The network that ends at this machine. */
final class Loopback {
    static final String HOST = "127.0.0.1";

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

    /** A port for a server in another process: the one asked for if it is free, or any free one for 0. */
    static int reserve(String server, int port) {
        try (var channel = listen(server, port)) {
            return port(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot free port " + port + " for the " + server, e);
        }
    }

    static int port(ServerSocketChannel channel) {
        return channel.socket().getLocalPort();
    }
}
