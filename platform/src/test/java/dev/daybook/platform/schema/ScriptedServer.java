package dev.daybook.platform.schema;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** An HTTP server that gives the answers that it was told, in that order, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    final List<Request> requests = new ArrayList<>();

    record Request(String line, String body, @Nullable String authorization) {}

    private record Answer(int status, String body) {}

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(new Request(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders().getFirst("Authorization")));
                var answer = answers.isEmpty() ? new Answer(500, "{\"message\": \"not scripted\"}") : answers.remove();
                var body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    ScriptedServer answering(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
