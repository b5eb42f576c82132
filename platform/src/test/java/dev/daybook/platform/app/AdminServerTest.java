package dev.daybook.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private final FakeApp app = new FakeApp();
    private final Metrics metrics = new Metrics("orders-processor");
    private final AdminServer server = AdminServer.start("127.0.0.1", 0, app, metrics);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
        metrics.close();
    }

    @Test
    void an_app_that_works_is_live_and_ready() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void an_app_that_is_not_ready_says_why() throws Exception {
        app.missing = "restoring 3 of 8 stores";

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).isEqualTo("restoring 3 of 8 stores\n");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void an_app_that_cannot_recover_is_not_live() throws Exception {
        app.live = false;

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void metrics_bear_the_name_of_the_app() throws Exception {
        metrics.registry().counter("daybook.commands").increment(3);

        var response = get("/metrics");

        assertThat(response.headers().firstValue("Content-Type")).hasValue(Metrics.CONTENT_TYPE);
        assertThat(response.body())
                .contains("daybook_commands_total{app=\"orders-processor\"} 3.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void there_is_nothing_else() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/health/live/x").statusCode()).isEqualTo(404);
        assertThat(send(request("/metrics").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> AdminServer.start("127.0.0.1", server.port(), app, metrics))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }
}
