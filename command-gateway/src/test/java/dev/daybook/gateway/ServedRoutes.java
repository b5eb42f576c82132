package dev.daybook.gateway;

import static dev.daybook.platform.message.Ack.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.client.Reply;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.request.InFlight;
import dev.daybook.gateway.request.WaitPolicy;
import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpServer;
import dev.daybook.http.json.JsonLimits;
import dev.daybook.http.request.Principals;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.RegistryConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The routes over real HTTP; what stands behind them is told what to answer. */
abstract class ServedRoutes {
    static final String ADD_ITEM = "/v1/order/10248/add-item";
    static final String CONFIRM = "/v1/order/10248/confirm-order";
    static final String AN_ITEM = "{\"productId\": \"11\", \"quantity\": 12, \"unitPrice\": \"14.00\"}";
    static final int MAX_BODY = 4096;

    final FakeDispatcher dispatcher = new FakeDispatcher();
    private final Metrics metrics = new Metrics("command-gateway");
    private final HttpServer server = start();
    final GatewayClient client = new GatewayClient(server.port());

    private HttpServer start() {
        var config = new GatewayConfig(
                new CommonConfig(Map.of(), RegistryConfig.of(URI.create("http://127.0.0.1:1"))),
                HttpConfig.onFreePort(),
                MAX_BODY,
                JsonLimits.DEFAULT,
                new WaitPolicy(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                2,
                Duration.ofSeconds(10),
                new Principals(Optional.of("X-User")),
                Optional.empty());
        var catalog = Catalog.of(BoundedContexts.load(), config.json());
        var routes = new Routes(config, catalog, dispatcher, new InFlight(config.maxInFlight()));
        return HttpServer.start(config.http(), new WellApp(), metrics, routes);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        metrics.close();
    }

    void reply(Outcome outcome) {
        dispatcher.answer(() -> new Reply.Answered(outcome, false, COMMITTED));
    }

    static void assertProblem(GatewayClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:problem-type:daybook:" + code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }

    static void assertMalformed(GatewayClient.Answer answer, String header) {
        assertProblem(answer, 400, "malformed-header");
        assertThat(answer.json().path("header").asText()).isEqualTo(header);
    }

    private static final class WellApp implements App {
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
