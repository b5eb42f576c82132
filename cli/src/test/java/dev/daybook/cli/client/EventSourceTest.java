package dev.daybook.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that answers one connection after the other as it is told. */
@Timeout(60)
final class EventSourceTest {
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> lastIds = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    private interface Reply {
        void to(HttpExchange request) throws IOException;
    }

    EventSourceTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", request -> {
            lastIds.add(String.valueOf(request.getRequestHeaders().getFirst("Last-Event-ID")));
            replies.remove().to(request);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void goes_on_after_what_it_has_seen_when_the_stream_ends() {
        replies.add(stream("retry: 1\n\n" + event("1") + event("2")));
        replies.add(stream(event("3")));

        follow(3);

        assertThat(seen).containsExactly("1", "2", "3");
        assertThat(lastIds).containsExactly("null", "2");
    }

    @Test
    void tries_again_while_a_server_that_was_there_is_not_ready() {
        replies.add(stream("retry: 1\n\n" + event("1")));
        replies.add(problem(503));
        replies.add(stream(event("2")));

        follow(2);

        assertThat(lastIds).containsExactly("null", "1", "1");
    }

    @Test
    void connects_again_when_the_server_falls_silent() {
        replies.add(request -> {
            request.getResponseHeaders().add("Content-Type", "text/event-stream");
            request.sendResponseHeaders(200, 0);
            request.getResponseBody().write(("retry: 1\n\n" + event("1")).getBytes(UTF_8));
            request.getResponseBody().flush();
            await();
        });
        replies.add(stream(event("2")));

        follow(2);

        assertThat(lastIds).containsExactly("null", "1");
    }

    @Test
    void takes_comments_and_data_of_several_lines_as_the_standard_has_them() {
        replies.add(stream(": hello\n\nid: 1\ndata: [1,\ndata: 2]\n\nid:2\nunknown: x\ndata:3\n\n"));
        var data = new ArrayList<String>();

        source().follow(event -> {
            data.add(event.id() + " " + event.data());
            return data.size() < 2;
        });

        assertThat(data).containsExactly("1 [1,2]", "2 3");
    }

    @Test
    void fails_where_there_is_no_such_stream() {
        replies.add(problem(404));

        assertThatThrownBy(() -> follow(1))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NOT_FOUND));
    }

    @Test
    void fails_where_nothing_ever_answered() {
        server.stop(0);

        assertThatThrownBy(() -> follow(1))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    }

    private void follow(int events) {
        source().follow(event -> {
            seen.add(event.id());
            return seen.size() < events;
        });
    }

    private EventSource source() {
        var api =
                new HttpApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        return new EventSource(api, "/stream", Map.of(), Duration.ofMillis(500));
    }

    private static String event(String id) {
        return "id: " + id + "\nevent: test\ndata: {}\n\n";
    }

    private static Reply stream(String body) {
        return answer(200, "text/event-stream", body);
    }

    private static Reply problem(int status) {
        return answer(status, "application/problem+json", "{\"detail\": \"No\"}");
    }

    private static Reply answer(int status, String type, String body) {
        return request -> {
            request.getResponseHeaders().add("Content-Type", type);
            request.sendResponseHeaders(status, body.length());
            request.getResponseBody().write(body.getBytes(UTF_8));
            request.close();
        };
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
