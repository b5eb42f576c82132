package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.query.QueryServer.Answer;
import dev.daybook.projection.stream.Condition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
    private static final String TOKEN = "Daybook-Token";

    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_read_with_a_token_waits_until_its_effect_is_there() throws Exception {
        server.append("1", created("A"));
        var partition = server.partition("1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var read = CompletableFuture.supplyAsync(
                    () -> read("/v1/views/order-summary/1", TOKEN, server.token("1"), "Prefer", "wait=20"), threads);

            server.catchUp(server.summaryPartitions.get(partition), partition, 1);

            assertThat(read.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/views/order-summary/1", "/v1/views/order-summary", "/v1/order/1/events", "/v1/order/1/state"
            })
    void every_read_with_a_token_that_is_not_reached_in_time_says_how_far_it_is(String path) throws Exception {
        server.happened("1", created("A"));
        server.append("1", item("1"));

        var answer = server.get(path, TOKEN, server.token("1"), "Prefer", "wait=0");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("token").asText()).isEqualTo(server.token("1"));
        assertThat(answer.json().get("partition").asInt()).isEqualTo(server.partition("1"));
        assertThat(answer.json().get("position").asLong()).isEqualTo(1);
        assertThat(answer.json().get("awaitedPosition").asLong()).isEqualTo(2);
    }

    @Test
    void a_read_without_a_token_does_not_wait() throws Exception {
        server.append("1", created("A"));

        assertThat(server.get("/v1/views/order-summary/1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "order:0", "order:0:1;x", "order:7:1"})
    void what_is_no_token_is_refused(String token) throws Exception {
        var answer = server.get("/v1/views/order-summary", TOKEN, token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-token");
    }

    @Test
    void a_partition_that_is_away_is_never_taken_for_an_empty_one() throws Exception {
        server.happened("1", created("A"));
        var partition = server.partition("1");
        server.summaryPartitions.get(partition).leave();
        server.timelinePartitions.get(partition).leave();

        for (var path : List.of(
                "/v1/views/order-summary/1",
                "/v1/views/order-summary",
                "/v1/views/order-summary?customerId=A",
                "/v1/order/1/events",
                "/v1/order/1/state")) {
            var answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.code()).as(path).isEqualTo("view-not-ready");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void a_partition_that_came_back_is_as_far_as_it_was() throws Exception {
        server.happened("1", created("A"));
        var partition = server.summaryPartitions.get(server.partition("1"));
        partition.leave();
        partition.comeBack();

        assertThat(server.get("/v1/views/order-summary/1", TOKEN, server.token("1"), "Prefer", "wait=0")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_view_that_has_failed_says_why() throws Exception {
        server.condition = Condition.failed("its fold threw");

        var answer = server.get("/v1/views/order-summary/1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-failed");
        assertThat(answer.json().get("detail").asText()).isEqualTo("view 'order-summary' has stopped: its fold threw");
    }

    private Answer read(String path, String... headers) {
        try {
            return server.get(path, headers);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
