package dev.daybook.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A port that is taken for a server that starts later, so that others can be told of it first. Who connects meanwhile
 * waits for the server.
 */
public final class HttpPort implements AutoCloseable {
    private final ServerSocketChannel channel;

    private HttpPort(ServerSocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the port of a configuration, or any free one for 0.
     *
     * @throws PortTakenException if something else listens on it
     */
    public static HttpPort take(HttpConfig config) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                // As Jetty does it: connections of a server that has just ended do not keep the port.
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(config.host(), config.port()));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            return new HttpPort(channel);
        } catch (BindException e) {
            throw new PortTakenException(config.host(), config.port(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port %d of %s".formatted(config.port(), config.host()), e);
        }
    }

    /** Its number. */
    public int number() {
        return channel.socket().getLocalPort();
    }

    void give(ServerConnector connector) {
        try {
            connector.open(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it back, if no server has done so. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
