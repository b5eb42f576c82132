package dev.daybook.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final long BOUND_SECONDS = 20;

    private final Metrics metrics = new Metrics("test");
    private final CompletableFuture<EventStream> flooding = new CompletableFuture<>();
    private final CompletableFuture<Throwable> flooded = new CompletableFuture<>();
    private final HttpServer server =
            HttpServer.start(new HttpConfig("127.0.0.1", 0, 16 * 1024, SHORT), new Well(), metrics, this::routes);

    private void routes(RoutesConfig routes) {
        routes.get("/three", ctx -> {
            var stream = EventStream.open(ctx, Duration.ofMillis(1_500));
            stream.send("1", "first", out -> out.writeString("a\nb"));
            stream.send("2", "with\na break", out -> out.writeNumber(2));
            stream.heartbeat();
        });
        routes.get("/flood", this::flood);
    }

    private void flood(Context ctx) throws IOException {
        var stream = EventStream.open(ctx, Duration.ofSeconds(1));
        flooding.complete(stream);
        var much = "x".repeat(100_000);
        try {
            while (true) {
                stream.send("1", "much", out -> out.writeString(much));
            }
        } catch (IOException e) {
            flooded.complete(e);
        }
    }

    @AfterEach
    void close() {
        server.close();
        metrics.close();
    }

    @Test
    void sends_events_as_the_standard_has_them() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/three"))
                    .header("Accept-Encoding", "gzip, deflate, br");

            var answer = client.send(request.build(), BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.body()).isEqualTo("""
                retry: 1500

                id: 1
                event: first
                data: "a\\nb"

                id: 2
                event: with a break
                data: 2

                :

                """);
        }
    }

    @Test
    void who_writes_to_a_client_that_does_not_read_waits_until_the_stream_is_cut_off() throws Exception {
        var patient = new HttpConfig("127.0.0.1", 0, 16 * 1024, Duration.ofHours(1));
        try (var other = HttpServer.start(patient, new Well(), metrics, this::routes);
                var _ = deaf(other.port())) {
            var stream = flooding.get(BOUND_SECONDS, TimeUnit.SECONDS);
            while (!stream.stuck(SHORT)) {
                assertThat(flooded).isNotDone();
                Thread.onSpinWait();
            }

            stream.cut();

            assertThat(flooded.get(BOUND_SECONDS, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_connection_may_not_be_silent_while_something_is_written_to_it() throws Exception {
        try (var _ = deaf(server.port())) {
            assertThat(flooded.get(BOUND_SECONDS, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_server_that_stops_does_not_wait_for_a_stream_that_was_cut_off() throws Exception {
        try (var socket = deaf(server.port())) {
            flooded.get(BOUND_SECONDS, TimeUnit.SECONDS);

            var began = System.nanoTime();
            server.close();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    /** A client that asks for a flood and reads nothing of it. */
    private static Socket deaf(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("GET /flood HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(US_ASCII));
        return socket;
    }

    private record Well() implements App {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String whyNotReady() {
            return "";
        }

        @Override
        public void close() {}
    }
}
