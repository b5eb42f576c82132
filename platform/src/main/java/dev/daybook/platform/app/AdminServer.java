package dev.daybook.platform.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP interface of an app that has no other: {@code /health/live}, {@code /health/ready}, {@code /metrics}. */
public final class AdminServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private AdminServer(HttpServer server, App app, Metrics metrics) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, app, metrics);
            }
        });
    }

    /**
     * Starts it.
     *
     * @param host the address to listen on
     * @param port the port to listen on; 0 for any that is free
     * @throws CannotListenException if the port is taken or the address is not this machine's
     */
    public static AdminServer start(String host, int port, App app, Metrics metrics) {
        try {
            var admin = new AdminServer(HttpServer.create(new InetSocketAddress(host, port), 0), app, metrics);
            admin.server.start();
            return admin;
        } catch (IOException e) {
            throw new CannotListenException(host, port, e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void answer(HttpExchange exchange, App app, Metrics metrics) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            send(exchange, 405, TEXT, "only GET");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/health/live" -> sendHealth(exchange, app.live(), "live", "not live");
            case "/health/ready" -> sendHealth(exchange, app.ready(), "ready", app.whyNotReady());
            case "/metrics" -> send(exchange, 200, Metrics.CONTENT_TYPE, metrics.scrape());
            default -> send(exchange, 404, TEXT, "there are /health/live, /health/ready and /metrics");
        }
    }

    private static void sendHealth(HttpExchange exchange, boolean well, String yes, String no) throws IOException {
        send(exchange, well ? 200 : 503, TEXT, well ? yes : no);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = (body + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
