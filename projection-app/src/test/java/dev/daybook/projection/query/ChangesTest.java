package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What events changed. */
class ChangesTest {
    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_event_tells_what_it_changed() throws Exception {
        server.happened("1", created("A"), item("1.5"), item("2"), cancelled());

        var events = server.get("/v1/order/1/events?changes=true").json().get("events");

        assertThat(changes(events.get(0)))
                .contains(
                        "{\"path\":\"/status\",\"to\":\"CREATED\"}",
                        "{\"path\":\"/customerId\",\"to\":\"A\"}",
                        "{\"path\":\"/total\",\"to\":\"0\"}");
        assertThat(changes(events.get(2)))
                .contains("{\"path\":\"/total\",\"from\":\"1.5\",\"to\":\"3.5\"}")
                .anyMatch(change -> change.startsWith("{\"path\":\"/lines/"));
        assertThat(changes(events.get(3)))
                .containsExactlyInAnyOrder(
                        "{\"path\":\"/status\",\"from\":\"CREATED\",\"to\":\"CANCELLED\"}",
                        "{\"path\":\"/cancelledAt\",\"to\":\""
                                + events.get(3).get("time").asText() + "\"}",
                        "{\"path\":\"/cancellationReason\",\"to\":\"changed my mind\"}");
    }

    @Test
    void a_page_from_the_middle_tells_the_same() throws Exception {
        server.happened("1", created("A"), item("1.5"), item("2"), cancelled());

        var all = server.get("/v1/order/1/events?changes=true").json().get("events");
        var page = server.get("/v1/order/1/events?changes=true&from=3&limit=1").json();

        assertThat(page.get("events").get(0)).isEqualTo(all.get(2));
    }

    @Test
    void nobody_is_told_who_does_not_ask() throws Exception {
        server.happened("1", created("A"));

        assertThat(server.get("/v1/order/1/events").json().get("events").get(0).has("changes"))
                .isFalse();
        assertThat(server.get("/v1/order/1/events?changes=false")
                        .json()
                        .get("events")
                        .get(0)
                        .has("changes"))
                .isFalse();
        assertThat(server.get("/v1/order/1/events?changes=yes").code()).isEqualTo("bad-parameter");
    }

    @Test
    void a_stream_tells_them_too_wherever_it_begins() throws Exception {
        server.happened("1", created("A"), item("1.5"));
        try (var stream = server.stream("/v1/order/1/events/stream?changes=true", "Last-Event-ID", "2")) {
            server.happened("1", item("2"));

            assertThat(changes(stream.next().data())).contains("{\"path\":\"/total\",\"from\":\"1.5\",\"to\":\"3.5\"}");
        }
    }

    private static List<String> changes(JsonNode event) {
        return StreamSupport.stream(event.get("changes").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }
}
