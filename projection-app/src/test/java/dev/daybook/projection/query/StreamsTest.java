package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.orders.OrderEvent;
import dev.daybook.projection.live.StreamConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams over real HTTP. */
@Timeout(60)
class StreamsTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final String SEEN = "1@orders-view-order-summary-v2";

    private QueryServer server = new QueryServer();

    private void configured(int most, Duration heartbeat, Duration patience) {
        server.close();
        server = new QueryServer(new StreamConfig(most, heartbeat, patience));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shows_what_happened_and_then_what_happens() throws Exception {
        server.happened("1", created("A"), item("1"));
        try (var stream = server.stream("/v1/order/1/events/stream")) {
            var first = stream.next();
            assertThat(first.id()).isEqualTo("1");
            assertThat(first.type()).isEqualTo("dev.daybook.orders.OrderCreated");
            assertThat(first.data())
                    .isEqualTo(server.get("/v1/order/1/events")
                            .json()
                            .get("events")
                            .get(0));
            assertThat(stream.next().id()).isEqualTo("2");

            server.happened("2", created("B"));
            server.happened("1", confirmed("1"));

            assertThat(stream.next()).satisfies(next -> {
                assertThat(next.id()).isEqualTo("3");
                assertThat(next.type()).isEqualTo("dev.daybook.orders.OrderConfirmed");
            });
        }
    }

    @Test
    void an_event_that_cannot_be_read_is_sent_whole_and_the_stream_goes_on() throws Exception {
        server.happened("1", created("A"));
        try (var stream = server.stream("/v1/order/1/events/stream?changes=true")) {
            assertThat(stream.next().id()).isEqualTo("1");

            server.breaks("1");
            server.happened("1", item("1"));

            assertThat(stream.next().data().get("unreadable").asText()).contains("magic byte");
            assertThat(stream.next().id()).isEqualTo("3");
        }
    }

    @Test
    void a_long_history_is_shown_once_and_in_turn() throws Exception {
        server.happened("1", created("A"));
        server.happened("1", IntStream.range(0, 249).mapToObj(_ -> item("1")).toArray(OrderEvent[]::new));

        try (var stream = server.stream("/v1/order/1/events/stream")) {
            for (var version = 1; version <= 250; version++) {
                assertThat(stream.next().id()).isEqualTo(String.valueOf(version));
            }
        }
    }

    @Test
    void who_connects_again_goes_on_after_what_it_has_seen() throws Exception {
        server.happened("1", created("A"), item("1"), item("2"), item("3"));

        try (var stream = server.stream("/v1/order/1/events/stream?from=2")) {
            assertThat(stream.next().id()).isEqualTo("2");
        }
        try (var stream = server.stream("/v1/order/1/events/stream?from=2", "Last-Event-ID", "3")) {
            assertThat(stream.next().id()).isEqualTo("4");
        }
    }

    @Test
    void waits_for_what_has_not_happened_yet() throws Exception {
        try (var events = server.stream("/v1/order/1/events/stream");
                var row = server.stream("/v1/views/order-summary/1/stream")) {
            server.happened("1", created("A"));

            assertThat(events.next().id()).isEqualTo("1");
            assertThat(row.next().id()).startsWith("1@");
        }
    }

    @Test
    void tells_what_an_event_changed_to_who_waited_for_it_before_those_that_came_first() throws Exception {
        try (var stream = server.stream("/v1/order/1/events/stream?from=3&changes=true")) {
            server.happened("1", created("A"), item("1"), item("2"));

            assertThat(stream.next().data())
                    .isEqualTo(server.get("/v1/order/1/events?from=3&changes=true")
                            .json()
                            .get("events")
                            .get(0));
        }
    }

    @Test
    void shows_a_row_as_it_is_and_again_when_it_changes() throws Exception {
        server.happened("1", created("A"), item("1"));
        try (var stream = server.stream("/v1/views/order-summary/1/stream")) {
            var first = stream.next();
            assertThat(first.id()).isEqualTo("2@orders-view-order-summary-v2");
            assertThat(first.type()).isEqualTo("row");
            assertThat(first.data())
                    .isEqualTo(server.get("/v1/views/order-summary/1").json());

            server.happened("1", cancelled());

            assertThat(stream.next().data().get("status").asText()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void shows_nothing_of_a_row_that_is_as_it_was_seen() throws Exception {
        server.happened("1", created("A"), item("1"));
        try (var stream =
                server.stream("/v1/views/order-summary/1/stream", "Last-Event-ID", "2@orders-view-order-summary-v2")) {
            server.happened("1", item("2"));

            assertThat(stream.next().id()).startsWith("3@");
        }
    }

    @Test
    void shows_a_row_anew_to_who_has_seen_it_from_another_build() throws Exception {
        server.happened("1", created("A"), item("1"));

        try (var stream =
                server.stream("/v1/views/order-summary/1/stream", "Last-Event-ID", "2@orders-view-order-summary-v0")) {
            assertThat(stream.next().id()).isEqualTo("2@orders-view-order-summary-v2");
        }
    }

    @Test
    void ends_when_another_build_serves() throws Exception {
        configured(10, Duration.ofMillis(20), Duration.ofSeconds(10));
        server.happened("1", created("A"));
        try (var stream = server.stream("/v1/views/order-summary/1/stream", "Last-Event-ID", SEEN)) {
            server.serveNothing();

            stream.awaitEnd();
        }
    }

    @Test
    void shows_a_row_once_it_is_listed() throws Exception {
        server.happened("1", created("A"), item("1"), confirmed("1"), paid("1"));
        try (var stream = server.stream("/v1/views/shipped-orders/1/stream")) {
            server.happened("1", shipped("ups"));

            assertThat(stream.next()).satisfies(next -> {
                assertThat(next.type()).isEqualTo("row");
                assertThat(next.id()).startsWith("5@");
            });
        }
    }

    @Test
    void tells_who_has_seen_a_row_that_it_is_gone() throws Exception {
        server.happened("1", created("A"), item("1"));

        // As if it had been shipped at version 1, and were not any more.
        try (var stream = server.stream(
                "/v1/views/shipped-orders/1/stream", "Last-Event-ID", "1@orders-view-shipped-orders-v1")) {
            assertThat(stream.next()).satisfies(next -> {
                assertThat(next.type()).isEqualTo("gone");
                assertThat(next.id()).startsWith("2@");
            });
            server.happened("1", confirmed("1"), paid("1"), shipped("ups"));
            assertThat(stream.next().type()).isEqualTo("row");
        }
    }

    @Test
    void shows_a_row_of_a_rollup_again_when_it_has_changed() throws Exception {
        server.happened("1", created("A"));
        try (var stream = server.stream("/v1/views/order-status/CREATED/stream")) {
            assertThat(stream.next()).satisfies(first -> {
                assertThat(first.type()).isEqualTo("row");
                assertThat(first.data())
                        .isEqualTo(server.get("/v1/views/order-status/CREATED").json());
            });

            // Leaves the row as it is, and is not shown.
            server.happened("1", item("1"));
            server.happened("2", created("B"));

            assertThat(stream.next().data().get("orders").asLong()).isEqualTo(2);
        }
    }

    @Test
    void who_connects_again_sees_what_became_of_a_row_of_a_rollup_meanwhile() throws Exception {
        try (var stream = server.stream("/v1/views/order-status/CREATED/stream")) {
            server.happened("1", created("A"));
            var first = stream.next();
            assertThat(first.data().get("orders").asLong()).isEqualTo(1);

            server.happened("1", cancelled());
            var second = stream.next();
            assertThat(second.data().get("orders").asLong()).isZero();

            try (var again = server.stream("/v1/views/order-status/CREATED/stream", "Last-Event-ID", first.id())) {
                assertThat(again.next()).isEqualTo(second);
            }
        }
    }

    @Test
    void shows_a_row_of_a_rollup_again_when_parked_events_are_released() throws Exception {
        server.happened("1", item("1"), created("A"));
        var partition = server.statusPartitions.get(server.partition("1"));
        try (var stream = server.stream("/v1/views/order-status/CREATED/stream");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var released = threads.submit(() -> server.post("/v1/dead-letters/order-status/1/discard"));
            await().atMost(BOUND).pollInterval(Duration.ofMillis(5)).until(() -> {
                partition.work();
                return released.isDone();
            });

            assertThat(stream.next().data().get("orders").asLong()).isEqualTo(1);
        }
    }

    @Test
    void says_of_a_row_what_is_parked_as_a_query_does() throws Exception {
        server.happened("1", created("A"));
        server.breaks("1");
        var path = "/v1/views/order-summary/1/stream";

        assertThat(server.head(path).header("Daybook-Parked")).isEqualTo("2");
        assertThat(server.get(path, "Daybook-Token", server.token("1")).code()).isEqualTo("row-parked");
    }

    @Test
    void shows_nothing_of_a_row_of_a_rollup_that_is_as_it_was_seen() throws Exception {
        server.happened("1", created("A"));
        String seen;
        try (var stream = server.stream("/v1/views/order-status/CREATED/stream")) {
            seen = stream.next().id();
        }
        try (var stream = server.stream("/v1/views/order-status/CREATED/stream", "Last-Event-ID", seen)) {
            server.happened("2", created("B"));

            assertThat(stream.next().data().get("orders").asLong()).isEqualTo(2);
        }
    }

    @Test
    void waits_for_what_a_token_asks_before_it_opens() throws Exception {
        server.append("1", created("A"));

        var answer = server.get("/v1/order/1/events/stream", "Daybook-Token", server.token("1"), "Prefer", "wait=0");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-behind");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/order/1/events/stream, x, which is a version",
        "/v1/order/1/events/stream, -1, which is a version",
        "/v1/order/1/events/stream, 9223372036854775807, which is a version",
        "/v1/order/1/events/stream, 1.5, which is a version",
        "/v1/order/1/events/stream, @build, which is a version",
        "/v1/order/1/events/stream, 1@orders-view-order-summary-v2, which is a version",
        "/v1/views/order-summary/1/stream, 1, 'a version, @ and a build'",
        "/v1/views/order-status/CREATED/stream, 1, 'a checksum of the row, @ and a build'"
    })
    void refuses_an_id_that_it_never_gives(String path, String id, String expected) throws Exception {
        var answer = server.get(path, "Last-Event-ID", id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-last-event-id");
        assertThat(answer.json().get("detail").asText()).contains(expected);
    }

    @Test
    void refuses_an_id_beyond_the_last_event_at_the_end_of_the_log() throws Exception {
        server.happened("1", created("A"), item("1"));
        server.ends.put(server.partition("1"), 2L);

        var answer = server.get("/v1/order/1/events/stream", "Last-Event-ID", "3");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-last-event-id");
        assertThat(answer.json().get("detail").asText()).contains("the last has version 2");
    }

    @Test
    void waits_for_what_a_client_has_seen_elsewhere_before_the_partition_moved() throws Exception {
        server.happened("1", created("A"));
        server.append("1", item("1"), item("2"));
        server.ends.put(server.partition("1"), 3L);

        try (var stream = server.stream("/v1/order/1/events/stream", "Last-Event-ID", "2")) {
            var partition = server.partition("1");
            server.catchUp(server.timelinePartitions.get(partition), partition, 2);

            assertThat(stream.next().id()).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/order/1/events/stream",
                "/v1/views/order-summary/1/stream",
                "/v1/views/order-status/CREATED/stream"
            })
    void answers_head_with_what_a_stream_begins_with(String path) throws Exception {
        var answer = server.head(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
    }

    @Test
    void sends_a_comment_while_nothing_happens() throws Exception {
        configured(10, Duration.ofMillis(20), Duration.ofSeconds(10));

        try (var stream = server.stream("/v1/order/1/events/stream")) {
            stream.awaitHeartbeat();
            stream.awaitHeartbeat();
        }
    }

    @Test
    void has_room_for_so_many_and_no_more() throws Exception {
        configured(1, Duration.ofMillis(20), Duration.ofSeconds(10));
        try (var _ = server.stream("/v1/order/1/events/stream")) {
            var answer = server.get("/v1/order/1/events/stream");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("too-many-streams");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(server.metrics()).contains("daybook_streams_open{app=\"test\",kind=\"events\"} 1.0");
        }
        // A heartbeat finds out that the client is gone.
        await().atMost(BOUND)
                .until(() -> server.head("/v1/order/1/events/stream").status() == 200
                        && server.metrics().contains("daybook_streams_open{app=\"test\",kind=\"events\"} 0.0"));
        server.stream("/v1/order/1/events/stream").close();
    }

    @Test
    void opens_no_stream_while_the_app_ends_and_says_so() throws Exception {
        server.endStreams();

        var answer = server.get("/v1/order/1/events/stream");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-not-ready");
    }

    @Test
    void cuts_off_a_client_that_does_not_read() throws Exception {
        configured(1, Duration.ofSeconds(10), Duration.ofMillis(200));
        server.happened("1", created("A"));
        var many = IntStream.range(0, 20_000).mapToObj(_ -> item("1")).toArray(OrderEvent[]::new);
        server.happened("1", many);
        try (var deaf = new Socket()) {
            deaf.setReceiveBufferSize(4 * 1024);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            deaf.getOutputStream()
                    .write("GET /v1/order/1/events/stream HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(US_ASCII));

            await().atMost(BOUND).until(() -> server.metrics().contains("daybook_streams_cut_total{app=\"test\"} 1.0"));
        }
        // Its place is free again.
        await().atMost(BOUND).until(() -> {
            try (var stream = server.stream("/v1/order/1/events/stream")) {
                return stream.next().id().equals("1");
            } catch (AssertionError e) {
                return false;
            }
        });
    }

    @Test
    void ends_when_the_partition_moves_away() throws Exception {
        server.happened("1", created("A"));
        try (var events = server.stream("/v1/order/1/events/stream?from=2");
                var row = server.stream("/v1/views/order-summary/1/stream", "Last-Event-ID", SEEN)) {
            server.timelinePartitions.get(server.partition("1")).leave();
            server.summaryPartitions.get(server.partition("1")).leave();

            assertThat(events.endsWithoutMore()).isTrue();
            assertThat(row.endsWithoutMore()).isTrue();
        }
        assertThat(server.get("/v1/order/1/events/stream").code()).isEqualTo("view-not-ready");
    }

    @Test
    void ends_when_the_app_does_which_then_waits_for_nobody() throws Exception {
        try (var stream = server.stream("/v1/order/1/events/stream")) {
            var began = System.nanoTime();
            server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(stream.endsWithoutMore()).isTrue();
        }
    }
}
