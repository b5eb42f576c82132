package dev.daybook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two sockets of a broker, bound before the broker is configured: it has to know its ports, and nobody can take them
 * in between.
 */
record BrokerSockets(ServerSocketChannel clients, ServerSocketChannel controller)
        implements ServerSocketFactory, AutoCloseable {

    static BrokerSockets bind(int port) {
        return new BrokerSockets(Loopback.listen("broker", port), Loopback.listen("controller", 0));
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listenerName, InetSocketAddress address, int listenBacklogSize, int recvBufferSize) {
        return switch (listenerName) {
            case BrokerConfig.CLIENTS -> clients;
            case BrokerConfig.CONTROLLER -> controller;
            default -> throw new IllegalArgumentException("A broker has no listener " + listenerName);
        };
    }

    int port() {
        return Loopback.port(clients);
    }

    int controllerPort() {
        return Loopback.port(controller);
    }

    @Override
    public void close() {
        try (clients) {
            controller.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the sockets of the broker", e);
        }
    }
}
