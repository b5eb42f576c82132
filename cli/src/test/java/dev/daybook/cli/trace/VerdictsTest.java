package dev.daybook.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.daybook.cli.client.Gateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers as a gateway does. */
class VerdictsTest {
    private static final Ref CONFIRM = new Ref("order", "10248", "c-1");

    private final Stories story = new Stories();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";

    VerdictsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/commands/order/10248/c-1", request -> {
            asked.incrementAndGet();
            var bytes = body.getBytes(UTF_8);
            request.getResponseHeaders().add("Content-Type", "application/json");
            request.sendResponseHeaders(status, bytes.length);
            request.getResponseBody().write(bytes);
            request.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'events': []} | accepted, there was nothing to do",
                "200 | {'events': [{}]} | accepted",
                "202 | {} | not decided yet",
                "404 | {'code': 'unknown-command-id'} | no outcome is kept any more",
                "404 | {'code': 'unknown-aggregate', 'detail': 'None'} | what became of it is not known: None",
                "412 | {'code': 'version-conflict', 'detail': 'At 4', 'commandId': 'c'} | refused: version-conflict:"
                        + " At 4",
                "422 | {'code': 'order-empty', 'detail': 'No item', 'commandId': 'c'} | refused: order-empty: No item",
                "500 | {'code': 'internal-error', 'detail': 'Oh'} | what became of it is not known: Oh",
                "503 | {'code': 'overloaded', 'detail': 'Busy'} | what became of it is not known: Busy"
            },
            quoteCharacter = '"')
    void says_what_a_gateway_says_of_a_command_that_left_no_event(int status, String body, String text) {
        this.status = status;
        this.body = body.replace('\'', '"');
        story.command(CONFIRM, "ConfirmOrder");

        assertThat(verdict()).isEqualTo(text);
    }

    @Test
    void asks_nothing_of_a_command_that_left_an_event_or_a_dead_letter() {
        story.command(CONFIRM, "ConfirmOrder").event(new Ref("order", "10248", "c-1:1"), "OrderConfirmed", "c-1");
        assertThat(verdict()).isEqualTo("accepted");

        story.messages.removeLast();
        story.deadLetter(CONFIRM, "x");
        assertThat(verdict()).isEqualTo("refused: dead-letter: it could not be processed");
        assertThat(asked).hasValue(0);
    }

    @Test
    void says_if_there_is_nobody_to_ask() {
        server.stop(0);
        story.command(CONFIRM, "ConfirmOrder");

        assertThat(verdict()).contains("no gateway answers");
    }

    @Test
    void says_that_none_was_asked_if_none_is_named() {
        story.command(CONFIRM, "ConfirmOrder");

        var verdicts = new Verdicts(null).of(Plot.of(story.messages, List.of()));

        assertThat(Objects.requireNonNull(verdicts.get(CONFIRM)).text()).contains("was not asked", "--gateway");
        assertThat(asked).hasValue(0);
    }

    private String verdict() {
        var gateway =
                new Gateway(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        var verdicts = new Verdicts(gateway).of(Plot.of(story.messages, List.of()));
        return Objects.requireNonNull(verdicts.get(CONFIRM)).text();
    }
}
