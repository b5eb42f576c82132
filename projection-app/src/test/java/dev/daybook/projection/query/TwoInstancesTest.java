package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.daybook.orders.OrderEvent;
import dev.daybook.projection.OrderLog;
import dev.daybook.projection.stream.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances, of which one has partition 0 and the other partition 1. */
class TwoInstancesTest {
    private final QueryServer one = new QueryServer();
    private final QueryServer other = new QueryServer();
    /** An order of the other's. */
    private final String order = IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> "order/" + i)
            .filter(id -> one.partition(id) == 1)
            .findFirst()
            .orElseThrow();

    @BeforeEach
    void divide() {
        one.leave(1);
        other.leave(0);
        assign(member(one, 0), member(other, 1));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/views/order-summary/%s", "/v1/order/%s/events?limit=1", "/v1/order/%s/state?version=1"})
    void what_is_elsewhere_is_answered_as_if_it_were_here(String path) throws Exception {
        other.happened(order, created("A"), item("1"));
        var target = path.formatted(order.replace("/", "%2F"));

        var relayed = one.get(target);
        var direct = other.get(target);

        assertThat(direct.status()).as(direct.response().body()).isEqualTo(200);
        assertThat(relayed.status()).as(relayed.response().body()).isEqualTo(200);
        assertThat(relayed.response().body()).isEqualTo(direct.response().body());
        for (var header : List.of("Content-Type", "X-Event-Version", "ETag")) {
            assertThat(relayed.header(header)).isEqualTo(direct.header(header));
        }
    }

    @Test
    void a_problem_of_the_other_is_handed_on() throws Exception {
        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-row");
    }

    @Test
    void a_token_goes_with_the_request() throws Exception {
        other.append(order, created("A"));

        var answer = one.get(
                "/v1/views/order-summary/" + order.replace("/", "%2F"),
                "Daybook-Token",
                other.token(order),
                "Prefer",
                "wait=0");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void an_owner_that_does_not_answer_is_named_with_its_partition() throws Exception {
        var closed = closedPort();
        assign(member(one, 0), member(closed, 1));

        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("owner-away");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("instance").asText()).isEqualTo("127.0.0.1:" + closed);
        assertThat(answer.json().get("partitions").toString()).isEqualTo("[1]");
    }

    @Test
    void a_partition_that_nobody_has_yet_is_waited_for_by_the_caller() throws Exception {
        other.leave(1);

        var answer = one.get("/v1/views/order-summary/" + order.replace("/", "%2F"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-not-ready");
        assertThat(answer.json().get("partition").asInt()).isEqualTo(1);
    }

    @Test
    void a_request_is_not_sent_round_when_each_takes_the_other_for_the_owner() throws Exception {
        other.leave(1);
        one.members = List.of(member(other, 1));
        other.members = List.of(member(one, 1));

        assertThat(one.get("/v1/views/order-summary/" + order.replace("/", "%2F"))
                        .code())
                .isEqualTo("view-not-ready");
    }

    @Test
    void a_stream_of_what_is_elsewhere_flows_as_if_it_were_here() throws Exception {
        try (var stream =
                one.stream("/v1/order/" + order.replace("/", "%2F") + "/events/stream", "Last-Event-ID", "1")) {
            other.happened(order, created("A"), item("1"));

            assertThat(stream.next().id()).isEqualTo("2");
            other.leave(1);
            assertThat(stream.endsWithoutMore()).isTrue();
        }
    }

    @Test
    void a_stream_of_what_is_elsewhere_is_not_waited_for_here() throws Exception {
        other.happened(order, created("A"));
        var began = System.nanoTime();

        try (var stream = one.stream(
                "/v1/order/" + order.replace("/", "%2F") + "/events/stream",
                "Daybook-Max-Staleness",
                "60",
                "Daybook-Token",
                other.token(order),
                "Prefer",
                "wait=20")) {
            assertThat(stream.next().id()).isEqualTo("1");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void rows_of_all_instances_are_merged_in_the_order_of_their_keys() throws Exception {
        for (var i = 0; i < 25; i++) {
            happened("order-%02d".formatted(i), created(i % 2 == 0 ? "A" : "B"));
        }
        var seen = new ArrayList<String>();
        var next = "";
        var pages = 0;
        do {
            var page = one.get("/v1/views/order-summary?customerId=A&limit=5" + next)
                    .json();
            page.get("rows").forEach(row -> seen.add(row.get("orderId").asText()));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
            pages++;
        } while (!next.isEmpty());

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 13)
                        .mapToObj(i -> "order-%02d".formatted(2 * i))
                        .toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void others_are_asked_for_rows_with_filters_as_they_were_understood() throws Exception {
        var asked = new AtomicReference<String>();
        var older = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        older.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        older.start();
        try {
            assign(member(one, 0), member(older.getAddress().getPort(), 1));

            one.get("/v1/views/order-summary?status=created&customerId=a%26b&limit=5");
        } finally {
            older.stop(0);
        }

        assertThat(asked.get().split("&")).containsExactlyInAnyOrder("status=CREATED", "customerId=a%26b", "limit=5");
    }

    @Test
    void rows_are_never_without_those_of_an_instance_that_does_not_answer() throws Exception {
        happened(order, created("A"));
        var closed = closedPort();
        assign(member(one, 0), member(closed, 1));

        var answer = one.get("/v1/views/order-summary");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("owner-away");
        assertThat(answer.json().get("partitions").toString()).isEqualTo("[1]");
        assertThat(answer.json().get("instance").asText()).isEqualTo("127.0.0.1:" + closed);
    }

    @Test
    void rows_are_never_without_those_of_a_partition_that_nobody_has() throws Exception {
        other.leave(1);

        var answer = one.get("/v1/views/order-summary");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-not-ready");
        assertThat(answer.json().get("partition").asInt()).isEqualTo(1);
    }

    @Test
    void each_instance_waits_for_the_tokens_of_its_partitions() throws Exception {
        other.append(order, created("A"));
        var here = IntStream.iterate(1, i -> i + 1)
                .mapToObj(String::valueOf)
                .filter(id -> one.partition(id) == 0)
                .findFirst()
                .orElseThrow();
        happened(here, created("A"));
        var tokens = one.token(here) + ", " + other.token(order);

        var behind = one.get("/v1/views/order-summary", "Daybook-Token", tokens, "Prefer", "wait=0");
        other.catchUp(other.summaryPartitions.get(1), 1, 1);
        var reached = one.get("/v1/views/order-summary", "Daybook-Token", tokens, "Prefer", "wait=0");

        assertThat(behind.code()).isEqualTo("view-behind");
        assertThat(behind.json().get("token").asText()).isEqualTo(other.token(order));
        assertThat(reached.status()).as(reached.response().body()).isEqualTo(200);
    }

    @Test
    void a_question_that_makes_no_sense_is_refused_once() throws Exception {
        assertThat(one.get("/v1/views/order-summary?color=red").code()).isEqualTo("unknown-parameter");
        assertThat(one.get("/v1/views/order-summary", "Daybook-Token", "stock:0:1")
                        .code())
                .isEqualTo("bad-token");
        assertThat(one.get("/v1/views/order-summary/1?color=red").code()).isEqualTo("unknown-parameter");
    }

    @Test
    void a_stream_of_a_rollup_shows_what_changes_elsewhere() throws Exception {
        try (var stream = one.stream("/v1/views/order-status/CREATED/stream")) {
            other.happened(order, created("A"));

            assertThat(stream.next().data().get("orders").asLong()).isEqualTo(1);
        }
    }

    @Test
    void a_rollup_is_added_up_over_instances() throws Exception {
        var here = IntStream.iterate(1, i -> i + 1)
                .mapToObj(String::valueOf)
                .filter(id -> one.partition(id) == 0)
                .findFirst()
                .orElseThrow();
        one.happened(here, created("A"));
        other.happened(order, created("A"));
        other.breaks(order);

        var row = one.get("/v1/views/order-status/CREATED");
        assertThat(row.json().get("orders").asInt()).isEqualTo(2);
        assertThat(one.get("/v1/views/order-status").json().get("rows").toString())
                .isEqualTo("[{\"status\":\"CREATED\",\"orders\":2}]");
        assertThat(one.get("/v1/views/order-status/CREATED?at=" + OrderLog.BEGIN)
                        .code())
                .isEqualTo("no-row");
        assertThat(one.get("/v1/views/order-summary").header("Daybook-Parked-Aggregates"))
                .isEqualTo("1");
    }

    @Test
    void what_is_parked_elsewhere_is_listed_and_shown_and_told() throws Exception {
        other.happened(order, created("A"));
        other.breaks(order);
        var id = order.replace("/", "%2F");

        var letters = one.get("/v1/dead-letters").json().get("deadLetters");
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).get("id").asText()).isEqualTo(order);
        assertThat(letters.get(0).get("partition").asInt()).isEqualTo(1);
        assertThat(one.get("/v1/dead-letters/order-summary/" + id).json().get("parked"))
                .hasSize(1);
        assertThat(one.get("/v1/views/order-summary/" + id).header("Daybook-Parked"))
                .isEqualTo("2");
        assertThat(one.get("/v1/views").json().at("/views/1/parked").asInt()).isEqualTo(1);
    }

    @Test
    void the_status_tells_who_has_which_partition() throws Exception {
        happened(order, created("A"), item("1"));

        var status = one.get("/v1/views").json();

        var partitions = status.at("/views/0/partitions");
        assertThat(partitions.at("/0/here").asBoolean()).isTrue();
        assertThat(partitions.at("/0/instance").asText()).isEqualTo(one.address.toString());
        assertThat(partitions.at("/1/here").asBoolean()).isFalse();
        assertThat(partitions.at("/1/instance").asText()).isEqualTo(other.address.toString());
        assertThat(partitions.at("/1/position").asLong()).isEqualTo(2);
        assertThat(status.at("/views/1/rows").asLong()).isEqualTo(1);
        assertThat(status.at("/timelines/0/events").asLong()).isEqualTo(2);
        assertThat(status.get("instances").toString())
                .isEqualTo(
                        "[{\"instance\":\"%s\",\"here\":true,\"answers\":true},{\"instance\":\"%s\",\"here\":false,\"answers\":true}]"
                                .formatted(one.address, other.address));
    }

    @Test
    void the_status_says_which_instance_does_not_answer() throws Exception {
        var closed = closedPort();
        assign(member(one, 0), member(closed, 1));

        var status = one.get("/v1/views");

        assertThat(status.status()).isEqualTo(200);
        assertThat(status.json().at("/views/0/partitions/1/instance").isNull()).isTrue();
        assertThat(status.json().at("/views/0/lag").isNull()).isTrue();
        assertThat(status.json().at("/instances/1/instance").asText()).isEqualTo("127.0.0.1:" + closed);
        assertThat(status.json().at("/instances/1/answers").asBoolean()).isFalse();
    }

    /** Events happen, and whoever has their partition takes them in. */
    private void happened(String orderId, OrderEvent... events) {
        (one.partition(orderId) == 0 ? one : other).happened(orderId, events);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void assign(Member... members) {
        one.members = List.of(members);
        other.members = List.of(members);
    }

    private static Member member(QueryServer server, int partition) {
        return member(server.address.port(), partition);
    }

    private static Member member(int port, int partition) {
        return new Member(
                new HostInfo("127.0.0.1", port), Set.of(new TopicPartition(OrderLog.TOPIC, partition)), Set.of());
    }
}
