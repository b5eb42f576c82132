package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.paid;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The streams of rows as they change, over real HTTP. */
@Timeout(60)
class RowStreamsTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
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
}
