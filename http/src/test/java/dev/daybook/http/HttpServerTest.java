package dev.daybook.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("test");
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile String whyNotReady = "";
    private final HttpServer server = HttpServer.start(HttpConfig.onFreePort(), new TestApp(), metrics, this::routes);

    private void routes(RoutesConfig routes) {
        routes.get("/echo/{id}", ctx -> ctx.result(ctx.pathParam("id")));
        routes.post("/echo/{id}", ctx -> Answers.json(ctx, 201, "made", out -> out.writeString("made")));
        routes.get("/problem", ctx -> {
            throw Problem.of(418, "teapot", "It is a teapot", "Ask elsewhere")
                    .with("lid", true)
                    .withHeader("Retry-After", "5")
                    .exception();
        });
        routes.get("/exception", ctx -> {
            throw new IllegalStateException("a secret");
        });
        routes.get("/error", ctx -> {
            throw new StackOverflowError("a secret");
        });
        routes.get("/slow", ctx -> {
            arrived.countDown();
            go.await();
            ctx.result("virtual " + Thread.currentThread().isVirtual());
        });
    }

    @AfterEach
    void close() {
        go.countDown();
        // First, or the server would wait for the client's idle connections.
        client.close();
        server.close();
        metrics.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/echo/10248, 10248",
        "/echo/a%2Fb, a/b",
        "/echo/50%25, 50%",
        "/echo/a+b%20c, a+b c",
        "/echo/%F0%9F%93%92, 📒",
        "/echo/a;b=c, a;b=c",
        "/echo/a%5Cb, a\\b"
    })
    void decodes_path_segments(String path, String id) throws Exception {
        assertThat(get(path)).returns(200, HttpResponse::statusCode).returns(id, HttpResponse::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo/%zz", "/echo/%C0%80", "/echo/%ED%A0%80", "/echo/%E2%82", "/echo/%"})
    void refuses_paths_that_are_not_utf_8(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json", "\"code\":\"bad-request\"");
    }

    @Test
    void renders_problems() throws Exception {
        var answer = get("/problem");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:problem-type:daybook:teapot\",\"title\":\"It is a teapot\",\"status\":418,"
                        + "\"code\":\"teapot\",\"detail\":\"Ask elsewhere\",\"lid\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exception", "/error"})
    void keeps_what_failed_inside_to_itself(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"internal-error\"", "\"incident\":")
                .doesNotContain("secret");
    }

    @Test
    void answers_404_without_a_route() throws Exception {
        assertThat(get("/nowhere"))
                .returns(404, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("\"code\":\"not-found\""));
    }

    @Test
    void answers_405_and_names_the_methods() throws Exception {
        var answer = send(request("/echo/1").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST, HEAD");
        assertThat(answer.body()).contains("\"code\":\"method-not-allowed\"");
    }

    @Test
    void answers_431_when_the_headers_are_too_large() throws Exception {
        var answer = send(request("/echo/1").header("X-Long", "x".repeat(20_000)));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"request-header-fields-too-large\"");
    }

    @Test
    void answers_head_as_get() throws Exception {
        whyNotReady = "It waits";

        var answer = send(request("/health/ready").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer).returns(503, HttpResponse::statusCode).returns("", HttpResponse::body);
    }

    @ParameterizedTest
    @CsvSource({"/echo/1, 200", "/problem, 418", "/nowhere, 404"})
    void tells_no_length_of_what_head_leaves_out(String path, int status) throws Exception {
        var answer = send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .isEqualTo(get(path).headers().firstValue("Content-Type"));
        assertThat(raw("HEAD " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"))
                .endsWith("\r\n\r\n");
    }

    @Test
    void tells_its_health() throws Exception {
        assertThat(get("/health/live")).returns(200, HttpResponse::statusCode);
        assertThat(get("/health/ready")).returns(200, HttpResponse::statusCode);

        whyNotReady = "It waits for the broker";
        assertThat(get("/health/ready"))
                .returns(503, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("It waits for the broker"));
    }

    @Test
    void times_requests_by_route_and_outcome() throws Exception {
        get("/echo/1");
        send(request("/echo/1").POST(HttpRequest.BodyPublishers.noBody()));
        get("/problem");
        get("/nowhere/1");

        assertThat(get("/metrics").body())
                .contains(
                        "daybook_http_requests_seconds_count{app=\"test\",method=\"GET\",outcome=\"none\","
                                + "route=\"/echo/{id}\",status=\"200\"} 1",
                        "daybook_http_requests_seconds_count{app=\"test\",method=\"POST\",outcome=\"made\","
                                + "route=\"/echo/{id}\",status=\"201\"} 1",
                        "daybook_http_requests_seconds_count{app=\"test\",method=\"GET\",outcome=\"teapot\","
                                + "route=\"/problem\",status=\"418\"} 1",
                        "daybook_http_requests_seconds_count{app=\"test\",method=\"any\",outcome=\"not-found\","
                                + "route=\"none\",status=\"404\"} 1",
                        "quantile=\"0.99\"");
    }

    @Test
    void lets_requests_end_before_it_stops() throws Exception {
        var answer = client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        arrived.await();

        var stopping = CompletableFuture.runAsync(server::close);
        assertThat(stopping).isNotDone();
        go.countDown();

        assertThat(answer.get().body()).isEqualTo("virtual true");
        stopping.get();
    }

    @Test
    void does_not_give_up_a_request_that_takes_longer_than_a_connection_may_be_silent() throws Exception {
        var impatient = new HttpConfig("127.0.0.1", 0, 16 * 1024, Duration.ofMillis(200));
        try (var other = HttpServer.start(impatient, new TestApp(), metrics, this::routes);
                var silent = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
            var slow = URI.create("http://127.0.0.1:" + other.port() + "/slow");
            var answer = client.sendAsync(HttpRequest.newBuilder(slow).build(), BodyHandlers.ofString());
            arrived.await();

            // The end of the silent connection shows that more than that time has passed.
            silent.getOutputStream().write("GET /echo/1 HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(silent.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 200");
            go.countDown();

            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void says_which_port_is_taken() {
        var taken = new HttpConfig("127.0.0.1", server.port(), 16 * 1024, Duration.ofSeconds(30));

        assertThatThrownBy(() -> HttpServer.start(taken, new TestApp(), metrics, routes -> {}))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("Port " + server.port() + " on 127.0.0.1 is taken");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private final class TestApp implements App {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return whyNotReady.isEmpty();
        }

        @Override
        public String whyNotReady() {
            return whyNotReady;
        }

        @Override
        public void close() {}
    }
}
