package dev.daybook.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 client for load: a fixed number of connections that are kept alive, one thread that reads all answers, and
 * requests that are bytes already. Whoever sends writes to the socket itself; a request that finds no connection free
 * waits for one. Answers need a {@code Content-Length}. Thread-safe.
 */
public final class LoadClient implements AutoCloseable {
    private final Selector selector;
    private final Thread reader;
    private final Deque<Connection> free = new ArrayDeque<>();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private volatile boolean closed;

    private LoadClient(Selector selector) {
        this.selector = selector;
        this.reader = Thread.ofPlatform().name("load-http").daemon().unstarted(this::read);
    }

    /** A client with so many connections, all open. */
    public static LoadClient connect(URI server, int connections) throws IOException {
        var client = new LoadClient(Selector.open());
        for (int i = 0; i < connections; i++) {
            client.open(new InetSocketAddress(server.getHost(), server.getPort()));
        }
        client.reader.start();
        return client;
    }

    private void open(InetSocketAddress server) throws IOException {
        var channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        free.add(connection);
    }

    /** Sends a request. What comes of it completes on the reading thread, which must not be held up. */
    public CompletableFuture<Answer> send(byte[] request) {
        var exchange = new Exchange(request, new CompletableFuture<>());
        var connection = free(exchange);
        if (connection != null) {
            connection.write(exchange);
        }
        return exchange.answer;
    }

    private synchronized @Nullable Connection free(Exchange exchange) {
        var connection = free.poll();
        if (connection == null) {
            waiting.add(exchange);
        }
        return connection;
    }

    private synchronized @Nullable Exchange release(Connection connection) {
        var next = waiting.poll();
        if (next == null) {
            free.push(connection);
        }
        return next;
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(key -> take((Connection) key.attachment()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The connections cannot be read", e);
        }
    }

    private void take(Connection connection) {
        try {
            var answer = connection.read();
            if (answer != null) {
                var exchange = connection.exchange();
                var next = release(connection);
                if (next != null) {
                    connection.write(next);
                }
                exchange.answer.complete(answer);
            }
        } catch (IOException e) {
            // The connection is gone, and with it one place for requests.
            connection.fail(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** A request and what waits for its answer. */
    @SuppressWarnings("ArrayRecordComponent") // Exchanges are not compared.
    private record Exchange(byte[] request, CompletableFuture<Answer> answer) {}

    /** A connection, with at most one exchange at a time. */
    private static final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private volatile @Nullable Exchange exchange;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        Exchange exchange() {
            var now = exchange;
            if (now == null) {
                throw new IllegalStateException("An answer came that nobody asked for");
            }
            return now;
        }

        void write(Exchange next) {
            exchange = next;
            try {
                var out = ByteBuffer.wrap(next.request);
                while (out.hasRemaining()) {
                    channel.write(out);
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        @Nullable
        Answer read() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("The server has closed the connection");
            }
            var answer = Answer.parse(in.array(), in.position());
            if (answer != null) {
                in.clear();
            }
            return answer;
        }

        void fail(IOException cause) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            var now = exchange;
            if (now != null) {
                now.answer.completeExceptionally(cause);
            }
        }
    }
}
