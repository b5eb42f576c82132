package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.projection.stream.Condition;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tells_how_far_each_view_and_timeline_has_come() throws Exception {
        server.happened("1", created("A"), item("1"));
        var here = server.partition("1");
        server.ends.put(here, 7L);
        server.ends.put(1 - here, 0L);

        var answer = server.get("/v1/views").json();

        var view = view(answer, "order-summary");
        assertThat(view.get("name").asText()).isEqualTo("order-summary");
        assertThat(view.get("version").asInt()).isEqualTo(2);
        assertThat(view.get("context").asText()).isEqualTo("orders");
        assertThat(view.get("aggregate").asText()).isEqualTo("order");
        assertThat(view.get("filters").toString()).isEqualTo("[\"status\",\"customerId\"]");
        assertThat(view.get("state").asText()).isEqualTo("RUNNING");
        assertThat(view.get("rows").asInt()).isEqualTo(1);
        assertThat(view.get("lag").asInt()).isEqualTo(5);
        assertThat(view.get("partitions").get(here).toString())
                .isEqualTo(("{\"partition\":%d,\"here\":true,\"instance\":\"%s\","
                                + "\"rows\":1,\"position\":2,\"endPosition\":7,\"lag\":5}")
                        .formatted(here, server.address));
        var timeline = answer.get("timelines").get(0);
        assertThat(timeline.get("aggregate").asText()).isEqualTo("order");
        assertThat(timeline.get("events").asInt()).isEqualTo(2);
        assertThat(timeline.get("lag").asInt()).isEqualTo(5);
    }

    @Test
    void says_nothing_of_a_lag_that_it_cannot_know() throws Exception {
        server.happened("1", created("A"));
        var here = server.partition("1");
        server.ends.put(here, 1L);
        server.summaryPartitions.get(1 - here).leave();

        var view = view(server.get("/v1/views").json(), "order-summary");

        assertThat(view.get("lag").isNull()).isTrue();
        assertThat(view.get("partitions").get(1 - here).toString())
                .isEqualTo(
                        "{\"partition\":%d,\"here\":false,\"instance\":null,\"rows\":0,\"position\":null,\"endPosition\":null,\"lag\":null}"
                                .formatted(1 - here));
    }

    @Test
    void tells_why_a_view_has_failed() throws Exception {
        server.condition = Condition.failed("its fold threw");

        var view = view(server.get("/v1/views").json(), "order-summary");

        assertThat(view.get("state").asText()).isEqualTo("FAILED");
        assertThat(view.get("reason").asText()).isEqualTo("its fold threw");
    }

    @Test
    void tells_how_many_aggregates_a_rollup_counts() throws Exception {
        server.happened("1", created("A"), item("1")).happened("2", created("A"));

        var view = view(server.get("/v1/views").json(), "order-status");

        assertThat(view.get("filters")).isEmpty();
        assertThat(view.get("aggregates").asInt()).isEqualTo(2);
    }

    private static JsonNode view(JsonNode status, String name) {
        return StreamSupport.stream(status.get("views").spliterator(), false)
                .filter(view -> view.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
