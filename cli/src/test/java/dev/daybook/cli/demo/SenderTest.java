package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.console.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SenderTest {
    private static final SampleCommand COMMAND = new SampleCommand(
            "northwind-1-create-order", "order", "1", "create-order", Json.MAPPER.createObjectNode(), 0L, "");

    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        sender = new Sender(
                new Gateway(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void returns_the_answer_to_a_command() throws InterruptedException {
        statuses.add(200);

        assertThat(sender.send(COMMAND).status()).isEqualTo(200);
        assertThat(requests).containsExactly("POST /v1/order/1/create-order northwind-1-create-order");
    }

    @Test
    void sends_again_with_the_same_key_while_the_gateway_is_overloaded() throws InterruptedException {
        statuses.addAll(List.of(503, 503, 200));

        assertThat(sender.send(COMMAND).status()).isEqualTo(200);
        assertThat(requests).hasSize(3).allMatch(request -> request.endsWith("northwind-1-create-order"));
    }

    @Test
    void asks_for_an_outcome_that_is_not_known_yet() throws InterruptedException {
        statuses.addAll(List.of(202, 202, 200));

        assertThat(sender.send(COMMAND).status()).isEqualTo(200);
        assertThat(requests)
                .containsExactly(
                        "POST /v1/order/1/create-order northwind-1-create-order",
                        "GET /v1/commands/order/1/northwind-1-create-order -",
                        "GET /v1/commands/order/1/northwind-1-create-order -");
    }

    @Test
    void sends_again_what_was_lost() throws InterruptedException {
        statuses.addAll(List.of(202, 404, 200));

        assertThat(sender.send(COMMAND).status()).isEqualTo(200);
        assertThat(requests).hasSize(3);
        assertThat(requests.getLast()).startsWith("POST");
    }

    @Test
    void takes_a_refusal_for_an_answer() throws InterruptedException {
        statuses.add(422);

        assertThat(sender.send(COMMAND).status()).isEqualTo(422);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + (key == null ? "-" : key));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var body = "{}".getBytes(UTF_8);
        exchange.sendResponseHeaders(statuses.remove(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
