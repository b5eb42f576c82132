package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.orders.OrderEvent;
import dev.daybook.projection.live.StreamConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all streams have in common, over real HTTP: how they open, how they wait, how they end. */
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
    void waits_for_what_has_not_happened_yet() throws Exception {
        try (var events = server.stream("/v1/order/1/events/stream");
                var row = server.stream("/v1/views/order-summary/1/stream")) {
            server.happened("1", created("A"));

            assertThat(events.next().id()).isEqualTo("1");
            assertThat(row.next().id()).startsWith("1@");
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
