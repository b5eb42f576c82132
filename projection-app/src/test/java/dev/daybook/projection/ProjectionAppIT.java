package dev.daybook.projection;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.core.View;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.http.HttpConfig;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.orders.views.OrderViews;
import dev.daybook.platform.config.CommonConfig;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import dev.daybook.projection.ledger.Shards;
import dev.daybook.projection.live.StreamConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app on a real broker and a real registry; the test writes the log in the write side's place. */
class ProjectionAppIT {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final EmbeddedStack STACK = EmbeddedStack.shared();
    private static final RegistryConfig REGISTRY = RegistryConfig.of(STACK.registryUrl());
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", STACK.bootstrapServers());

    @TempDir
    private Path stateDir;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final HttpClient client = closing(HttpClient.newHttpClient());

    private record Shop(
            String name,
            List<Aggregate<?, ?, ?>> aggregates,
            List<View<?, ?>> views,
            List<BusinessProcess<?, ?>> processes)
            implements BoundedContext {
        static Shop called(String name) {
            return new Shop(name, List.of(OrderDecider.ORDER), OrderViews.ALL, List.of());
        }

        /** One with a single view, which starts sooner. */
        static Shop showing(String name, String view) {
            var only = OrderViews.ALL.stream()
                    .filter(each -> each.name().equals(view))
                    .toList();
            return new Shop(name, List.of(OrderDecider.ORDER), only, List.of());
        }
    }

    @AfterEach
    void close() throws Exception {
        for (var resource : opened.reversed()) {
            resource.close();
        }
    }

    @Test
    void a_read_with_a_token_shows_what_was_committed_and_nothing_that_was_aborted() throws Exception {
        var context = Shop.called("reading");
        var log = writeSide(context);
        var app = start(context);

        log.abort("10248", created("LOST"));
        var token = log.commit("10248", created("VINET"), item("14"));

        var row = get(app, "/v1/views/order-summary/10248", token);
        assertThat(row.statusCode()).as(row.body()).isEqualTo(200);
        assertThat(row.headers().firstValue("X-Event-Version")).contains("2");
        assertThat(json(get(app, "/v1/views/orders-by-customer?customerId=VINET", token))
                        .get("rows"))
                .hasSize(1);
        assertThat(json(get(app, "/v1/order/10248/events", token)).get("events"))
                .hasSize(2);
        assertThat(get(app, "/v1/views/shipped-orders/10248", token).statusCode())
                .isEqualTo(404);
    }

    @Test
    void views_tell_that_they_have_come_to_the_end_of_the_log() throws Exception {
        var context = Shop.called("measuring");
        var log = writeSide(context);
        var app = start(context);
        for (var id = 1; id <= 20; id++) {
            log.commit(String.valueOf(id), created("VINET"));
        }
        log.abort("1", item("1"));

        // Twice: a look must not depend on how the last one ended.
        for (var look = 1; look <= 2; look++) {
            await().atMost(BOUND)
                    .untilAsserted(() -> assertThat(views(app)).allSatisfy(view -> {
                        assertThat(view.get("state").asText()).isEqualTo("RUNNING");
                        assertThat(view.get("lag").asLong(-1)).isZero();
                        assertThat(StreamSupport.stream(view.get("partitions").spliterator(), false)
                                        .map(partition ->
                                                partition.get("endPosition").asLong(-1)))
                                .containsExactlyElementsOf(log.positions());
                    }));
        }
    }

    @Test
    void a_restart_goes_on_where_it_was_and_a_lost_disk_is_restored() throws Exception {
        var context = Shop.showing("restarting", "order-summary");
        var log = writeSide(context);
        var first = start(context);
        var token = log.commit("10248", created("VINET"), item("14"));
        assertThat(get(first, "/v1/views/order-summary/10248", token).statusCode())
                .isEqualTo(200);
        first.close();

        var second = start(context);

        assertThat(get(second, "/v1/views/order-summary/10248", token).statusCode())
                .isEqualTo(200);
        assertThat(get(second, "/v1/order/10248/state", token).statusCode()).isEqualTo(200);
        second.close();

        var third = start(context, stateDir.resolve("another"));

        assertThat(json(get(third, "/v1/views/order-summary?customerId=VINET", token))
                        .get("rows"))
                .hasSize(1);
        assertThat(get(third, "/v1/order/10248/state?version=1", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_event_that_cannot_be_folded_is_parked_and_everything_else_goes_on() throws Exception {
        var context = Shop.called("parking");
        var log = writeSide(context);
        var app = start(context);

        log.commit("10248", item("14"));
        var token = log.commit("10249", created("VINET"));

        assertThat(get(app, "/v1/views/order-summary/10249", token).statusCode())
                .isEqualTo(200);
        await().atMost(BOUND)
                .until(() -> json(get(app, "/v1/dead-letters", ""))
                                .get("deadLetters")
                                .size()
                        == OrderViews.ALL.size());
        assertThat(app.ready()).isTrue();
        var discarded = post(app, "/v1/dead-letters/order-summary/10248/discard");
        assertThat(json(discarded).get("discarded").asInt())
                .as(discarded.body())
                .isEqualTo(1);
        assertThat(json(get(app, "/v1/dead-letters?view=order-summary", "")).get("deadLetters"))
                .isEmpty();
    }

    @Test
    void a_rollup_counts_over_all_partitions_now_and_then() throws Exception {
        var context = Shop.showing("counting", "order-status");
        var log = writeSide(context);
        var app = start(context);
        var token = "";
        for (var id = 1; id <= 8; id++) {
            token += log.commit(String.valueOf(id), created("VINET")) + ",";
        }

        assertThat(json(get(app, "/v1/views/order-status/CREATED", token))
                        .get("orders")
                        .asInt())
                .isEqualTo(8);
        // No clock is beyond the last event, so that each partition must have come to the end of the log.
        var last = get(app, "/v1/views/order-status/CREATED?at=" + OrderLog.time(1_000), "");
        assertThat(json(last).get("orders").asInt()).as(last.body()).isEqualTo(8);
        assertThat(get(app, "/v1/views/order-status/CREATED?at=" + OrderLog.BEGIN, "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_process_is_read_as_an_aggregate_is() throws Exception {
        var shipping = new BusinessProcess<>("shipping", String.class, new Idle(), List.of());
        var context = new Shop("processing", List.of(OrderDecider.ORDER), List.of(), List.of(shipping));
        topics(context);
        var partition = new Shards<>("log", WriteSide.PARTITIONS).of("10248").partition();
        var confirmed = new Trigger("c-1:1", "dev.daybook.orders.OrderConfirmed", "order", "10248");
        var cancel = new SentCommand("shipping:10248:1", "dev.daybook.orders.CancelOrder", "order", "10248");
        var log = new ProcessLog(closing(new HttpSchemaRegistry(REGISTRY)), "processing", "shipping", "10248")
                .append(
                        partition,
                        new ProcessAdvanced(
                                confirmed,
                                ProcessStatus.RUNNING,
                                List.of(),
                                List.of(new PlannedCommand("payment", OrderLog.time(9), cancel)),
                                List.of(),
                                "{}"))
                .append(partition, new TimerFired("payment", cancel));
        try (var producer = new KafkaProducer<>(KAFKA, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var event : log.events()) {
                var _ = producer.send(event);
            }
        }

        var app = start(context);
        var token = "shipping:" + partition + ":2";

        var events =
                json(get(app, "/v1/shipping/10248/events?changes=true", token)).get("events");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).get("data").get("status").asText()).isEqualTo("RUNNING");
        assertThat(events.get(1).get("type").asText()).isEqualTo("dev.daybook.process.TimerFired");
        assertThat(events.get(1).get("changes").toString()).contains("/timers/0");
        assertThat(json(get(app, "/v1/shipping/10248/state?version=1", token))
                        .at("/state/timers/0/timer")
                        .asText())
                .isEqualTo("payment");
        var row = json(get(app, "/v1/views/shipping-process/10248", token));
        assertThat(row.get("status").asText()).isEqualTo("RUNNING");
        assertThat(row.get("timers")).isEmpty();
        assertThat(json(get(app, "/v1/views/shipping-process?status=RUNNING", token))
                        .get("rows"))
                .containsExactly(row);
        assertThat(json(get(app, "/v1/views/shipping-process?status=FAILED", token))
                        .get("rows"))
                .isEmpty();
        assertThat(views(app).map(each -> each.get("aggregate").asText()))
                .containsExactlyInAnyOrder("shipping", "order", "shipping");
    }

    private static final class Idle implements ProcessManager<String, String> {
        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, String input, Metadata metadata) {
            return state;
        }

        @Override
        public List<Action> react(String state, String input, Metadata metadata) {
            return List.of();
        }

        @Override
        public Stage stage(String state) {
            return Stage.RUNNING;
        }
    }

    private ProjectionApp start(BoundedContext context) {
        return start(context, stateDir);
    }

    private ProjectionApp start(BoundedContext context, Path folder) {
        var config = new ProjectionConfig(
                new CommonConfig(KAFKA, REGISTRY),
                HttpConfig.onFreePort(),
                folder,
                16,
                Duration.ofSeconds(60),
                null,
                0,
                Duration.ofSeconds(2),
                StreamConfig.standard());
        var app = closing(ProjectionApp.start(config, List.of(context)));
        await().atMost(BOUND).until(app::ready);
        return app;
    }

    private <T extends AutoCloseable> T closing(T resource) {
        opened.add(resource);
        return resource;
    }

    private HttpResponse<String> get(ProjectionApp app, String path, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                .header("Prefer", "wait=60");
        if (!token.isEmpty()) {
            request.header("Daybook-Token", token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(ProjectionApp app, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody());
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Stream<JsonNode> views(ProjectionApp app) throws Exception {
        var status = json(get(app, "/v1/views", ""));
        return Stream.of("views", "timelines")
                .flatMap(kind -> StreamSupport.stream(status.get(kind).spliterator(), false));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private WriteSide writeSide(BoundedContext context) throws Exception {
        topics(context);
        return closing(new WriteSide(context, STACK));
    }

    private static void topics(BoundedContext context) throws Exception {
        try (var admin = Admin.create(KAFKA)) {
            var topics = TopicFile.read(Path.of("..", "infra", "topics.yaml")).topics("local", List.of(context));
            TopicPlan.of(topics, admin).apply(admin);
        }
    }
}
