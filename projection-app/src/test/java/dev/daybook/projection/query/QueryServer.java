package dev.daybook.projection.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.http.HttpConfig;
import dev.daybook.http.HttpPort;
import dev.daybook.http.HttpServer;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderState;
import dev.daybook.orders.OrderSummary;
import dev.daybook.orders.ShippedOrder;
import dev.daybook.orders.StatusCount;
import dev.daybook.platform.app.App;
import dev.daybook.platform.app.Metrics;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.projection.Fixture;
import dev.daybook.projection.LocalPartition;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.live.StreamConfig;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.peer.Address;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.rollup.HostedRollup;
import dev.daybook.projection.rollup.RollupLedger;
import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.stream.Group;
import dev.daybook.projection.stream.Member;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineLedger;
import dev.daybook.projection.view.BuildId;
import dev.daybook.projection.view.HostedView;
import dev.daybook.projection.view.ViewLedger;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The query routes over real HTTP, on views and a timeline of two partitions in memory. */
final class QueryServer implements AutoCloseable {
    private static final int PARTITIONS = 2;
    /** One for all, as instances have it. */
    private static final SchemaRegistry REGISTRY = new InMemorySchemaRegistry();

    private static final ObjectMapper JSON = new ObjectMapper();

    final Fixture fixture = new Fixture(REGISTRY);
    final HostedView<OrderEvent, OrderSummary> summaries = fixture.summaries(PARTITIONS);
    final HostedView<OrderEvent, ShippedOrder> shipped = fixture.shippedOrders(PARTITIONS);
    final HostedTimeline<OrderEvent, OrderState> timeline = fixture.timeline(PARTITIONS);
    final List<LocalPartition<ViewLedger<OrderEvent, OrderSummary>>> summaryPartitions =
            List.of(LocalPartition.of(summaries, 0), LocalPartition.of(summaries, 1));
    final List<LocalPartition<ViewLedger<OrderEvent, ShippedOrder>>> shippedPartitions =
            List.of(LocalPartition.of(shipped, 0), LocalPartition.of(shipped, 1));
    final HostedRollup<OrderEvent, StatusCount> statuses = fixture.statuses(PARTITIONS);
    final List<LocalPartition<RollupLedger<OrderEvent, StatusCount>>> statusPartitions =
            List.of(LocalPartition.of(statuses, 0), LocalPartition.of(statuses, 1));
    final List<LocalPartition<TimelineLedger>> timelinePartitions =
            List.of(LocalPartition.of(timeline, 0), LocalPartition.of(timeline, 1));
    final List<OrderLog> logs = List.of(fixture.log(), fixture.log());
    final Map<Integer, Long> ends = new HashMap<>();

    volatile Condition condition = Condition.of(Condition.State.RUNNING);

    /** The stores of copies of summaries, by partition. */
    final Map<Integer, KeyValueStore<Bytes, byte[]>> copies = new ConcurrentHashMap<>();

    /** The instances of every application. */
    volatile List<Member> members = List.of();

    private volatile boolean serves = true;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("test");
    private final HttpPort port = HttpPort.take(HttpConfig.onFreePort());
    final Address address = new Address("127.0.0.1", port.number());
    private final Peers peers = new Peers(address, Duration.ofSeconds(20), Duration.ofSeconds(20), metrics.registry());
    private final Streams streams;
    private final HttpServer server;

    QueryServer() {
        this(StreamConfig.standard());
    }

    QueryServer(StreamConfig config) {
        streams = new Streams(config, metrics.registry());
        server = HttpServer.start(
                port,
                HttpConfig.onFreePort(),
                new Healthy(),
                metrics,
                routes -> QueryRoutes.add(
                        routes,
                        new Catalog(
                                this::serving,
                                this::views,
                                () -> Stream.of(
                                        new ServedTimeline<>("orders", timeline, new LocalGroup("orders-timeline")))),
                        (topic, partitions) -> Map.copyOf(ends),
                        fixture.registry(),
                        Duration.ofSeconds(20),
                        peers,
                        streams));
    }

    private Group group(HostedView<?, ?> view) {
        return new LocalGroup(view.names().application());
    }

    private final class LocalGroup implements Group {
        private final String name;

        LocalGroup(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Condition condition() {
            return condition;
        }

        @Override
        public List<Member> members() {
            return members;
        }

        @Override
        public Optional<KeyValueStore<Bytes, byte[]>> copy(String store, int partition) {
            return name.equals(summaries.names().application())
                    ? Optional.ofNullable(copies.get(partition))
                    : Optional.empty();
        }
    }

    /** No build that is here serves its view any more. */
    void serveNothing() {
        serves = false;
    }

    private Stream<ServedView<?, ?>> serving() {
        return serves ? views() : Stream.empty();
    }

    private Stream<ServedView<?, ?>> views() {
        return Stream.of(
                new ServedRows<>("orders", BuildId.first(1), summaries, group(summaries)),
                new ServedRows<>("orders", BuildId.first(1), shipped, group(shipped)),
                new ServedRollup<>(
                        "orders",
                        BuildId.first(1),
                        statuses,
                        new LocalGroup(statuses.names().application())));
    }

    private record Healthy() implements App {
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

    /** Events happen, and everything has taken them in. */
    QueryServer happened(String orderId, OrderEvent... events) {
        append(orderId, events);
        var partition = partition(orderId);
        catchUp(summaryPartitions.get(partition), partition, events.length);
        catchUp(shippedPartitions.get(partition), partition, events.length);
        catchUp(statusPartitions.get(partition), partition, events.length);
        catchUp(timelinePartitions.get(partition), partition, events.length);
        return this;
    }

    /** Events happen, and nothing has taken them in yet. */
    void append(String orderId, OrderEvent... events) {
        logs.get(partition(orderId)).append(orderId, events);
    }

    /** An event of an order comes that cannot be read. */
    void breaks(String orderId) {
        var partition = partition(orderId);
        logs.get(partition).append(orderId, "dev.daybook.orders.ItemAdded", new byte[] {1, 2, 3});
        catchUp(summaryPartitions.get(partition), partition, 1);
        catchUp(timelinePartitions.get(partition), partition, 1);
    }

    /** A partition takes in the last events of its log. */
    void catchUp(LocalPartition<?> behind, int partition, int events) {
        var all = logs.get(partition).events();
        behind.post(all.subList(all.size() - events, all.size()));
    }

    /** A partition of everything goes away. */
    void leave(int partition) {
        summaryPartitions.get(partition).leave();
        shippedPartitions.get(partition).leave();
        statusPartitions.get(partition).leave();
        timelinePartitions.get(partition).leave();
    }

    int partition(String orderId) {
        return summaries.shards().of(orderId).partition();
    }

    String token(String orderId) {
        var partition = partition(orderId);
        return "order:" + partition + ":" + logs.get(partition).position();
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return new Answer(client.send(request(path, headers).build(), BodyHandlers.ofString()));
    }

    /** What GET would be answered with, without its body. */
    Answer head(String path) throws IOException, InterruptedException {
        return new Answer(client.send(request(path).HEAD().build(), BodyHandlers.ofString()));
    }

    /** Opens a stream, which must be there. */
    OpenedStream stream(String path, String... headers) throws IOException, InterruptedException {
        var response = client.send(request(path, headers).build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new OpenedStream(response.body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    int port() {
        return port.number();
    }

    String metrics() {
        return metrics.scrape();
    }

    /** The app begins to end. */
    void endStreams() {
        streams.close();
    }

    /** The app ends: its streams first, then its server. */
    void stop() {
        endStreams();
        server.close();
    }

    Answer post(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody());
        return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    }

    /** An answer, with its body as JSON. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        String code() throws IOException {
            return json().path("code").asText();
        }
    }

    @Override
    public void close() {
        streams.close();
        // Before the server, which waits for its connections.
        client.close();
        peers.close();
        server.close();
        metrics.close();
    }
}
