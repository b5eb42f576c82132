package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.OrderEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The streams of what happens to an aggregate, over real HTTP. */
@Timeout(60)
class EventStreamsTest {
    private final QueryServer server = new QueryServer();

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
}
