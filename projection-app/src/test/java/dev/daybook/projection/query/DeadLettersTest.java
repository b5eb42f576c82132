package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.daybook.projection.query.QueryServer.Answer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order that begins with an item breaks the fold of every view. */
class DeadLettersTest {
    private static final String BROKEN = "/v1/dead-letters/order-summary/1";

    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void lists_aggregates_by_view_and_id_page_by_page() throws Exception {
        for (var id : new String[] {"2", "10", "1"}) {
            server.happened(id, item("1"), item("2"));
        }

        var first = server.get("/v1/dead-letters?limit=4").json();
        var second = server.get(
                        "/v1/dead-letters?limit=4&cursor=" + first.get("next").asText())
                .json();
        var third = server.get(
                        "/v1/dead-letters?limit=4&cursor=" + second.get("next").asText())
                .json();

        assertThat(first.get("deadLetters").findValuesAsText("view"))
                .containsExactly("order-status", "order-status", "order-status", "order-summary");
        assertThat(first.get("deadLetters").findValuesAsText("id")).containsExactly("1", "10", "2", "1");
        assertThat(second.get("deadLetters").findValuesAsText("id")).containsExactly("10", "2", "1", "10");
        assertThat(third.get("deadLetters").findValuesAsText("view")).containsExactly("shipped-orders");
        assertThat(third.get("next").isNull()).isTrue();
        var letter = first.get("deadLetters").get(3);
        assertThat(letter.get("aggregate").asText()).isEqualTo("order");
        assertThat(letter.get("partition").asInt()).isEqualTo(server.partition("1"));
        assertThat(letter.get("events").asInt()).isEqualTo(2);
        assertThat(letter.get("type").asText()).isEqualTo("dev.daybook.orders.ItemAdded");
        assertThat(letter.get("reason").asText())
                .startsWith("The fold of view 'order-summary' threw java.lang.IllegalStateException");
    }

    @Test
    void lists_those_of_one_view() throws Exception {
        server.happened("1", item("1"));

        assertThat(server.get("/v1/dead-letters?view=shipped-orders").json().get("deadLetters"))
                .hasSize(1);
        assertThat(server.get("/v1/dead-letters?view=nonsense").code()).isEqualTo("unknown-view");
        assertThat(server.get("/v1/dead-letters?cursor=nonsense").code()).isEqualTo("bad-parameter");
    }

    @Test
    void shows_the_events_as_they_stand_in_the_log() throws Exception {
        server.happened("1", item("1"), item("2"));
        var log = server.logs.get(server.partition("1")).events();

        var shown = server.get(BROKEN + "?limit=1").json();

        assertThat(shown.get("events").asInt()).isEqualTo(2);
        assertThat(shown.get("next").asInt()).isEqualTo(2);
        var event = shown.get("parked").get(0);
        assertThat(event.get("version").asInt()).isEqualTo(1);
        assertThat(event.get("headers").get("ce_subject").asText()).isEqualTo("1");
        assertThat(Base64.getDecoder().decode(event.get("payload").asText()))
                .isEqualTo(log.getFirst().value());
        assertThat(server.get(BROKEN + "?from=2")
                        .json()
                        .get("parked")
                        .get(0)
                        .get("reason")
                        .asText())
                .isEqualTo("It follows the parked event at position 1");
    }

    @Test
    void there_is_nothing_to_show_or_release_where_nothing_is_parked() throws Exception {
        server.happened("1", created("A"));

        assertThat(server.get(BROKEN).code()).isEqualTo("not-parked");
        assertThat(posted("/retry").code()).isEqualTo("not-parked");
        assertThat(server.post(BROKEN + "/discard?all=maybe").code()).isEqualTo("bad-parameter");
    }

    @Test
    void a_retry_says_what_stops_it() throws Exception {
        server.happened("1", item("1"), item("2"));

        var answer = posted("/retry").json();

        assertThat(answer.get("released").asInt()).isZero();
        assertThat(answer.get("parked").asInt()).isEqualTo(2);
        assertThat(answer.get("stoppedBy").get("position").asInt()).isEqualTo(1);
        assertThat(answer.get("stoppedBy").get("reason").asText()).contains("Expected OrderCreated to come first");
    }

    @Test
    void a_discard_drops_the_first_and_folds_what_follows() throws Exception {
        server.happened("1", item("1"), created("A"), item("2"));

        var answer = posted("/discard").json();

        assertThat(answer.get("discarded").asInt()).isEqualTo(1);
        assertThat(answer.get("released").asInt()).isEqualTo(2);
        assertThat(answer.get("stoppedBy").isNull()).isTrue();
        var row = server.get("/v1/views/order-summary/1");
        assertThat(row.header("X-Event-Version")).isEqualTo("3");
        assertThat(row.header("Daybook-Parked")).isEmpty();
    }

    @Test
    void a_discard_of_all_leaves_nothing() throws Exception {
        server.happened("1", item("1"), item("2"));

        assertThat(posted("/discard?all=true").json().get("discarded").asInt()).isEqualTo(2);
        assertThat(server.get(BROKEN).code()).isEqualTo("not-parked");
    }

    @Test
    void a_row_says_that_it_is_the_last_good_one() throws Exception {
        server.happened("1", created("A"));
        server.breaks("1");

        var row = server.get("/v1/views/order-summary/1");

        assertThat(row.status()).isEqualTo(200);
        assertThat(row.header("X-Event-Version")).isEqualTo("1");
        assertThat(row.header("Daybook-Parked")).isEqualTo("2");
    }

    @Test
    void a_token_of_a_parked_event_is_not_answered_with_the_row_before_it() throws Exception {
        server.happened("1", created("A"));
        var before = server.token("1");
        server.breaks("1");

        assertThat(server.get("/v1/views/order-summary/1", "Daybook-Token", before)
                        .status())
                .isEqualTo(200);
        var after = server.get("/v1/views/order-summary/1", "Daybook-Token", server.token("1"));
        assertThat(after.status()).isEqualTo(503);
        assertThat(after.code()).isEqualTo("row-parked");
        assertThat(after.json().get("position").asInt()).isEqualTo(2);
    }

    @Test
    void a_row_that_is_not_there_says_that_events_are_parked() throws Exception {
        server.happened("1", item("1"));

        var answer = server.get("/v1/views/order-summary/1");

        assertThat(answer.code()).isEqualTo("no-row");
        assertThat(answer.header("Daybook-Parked")).isEqualTo("1");
    }

    @Test
    void answers_over_many_rows_and_the_status_say_how_many_aggregates_are_parked() throws Exception {
        server.happened("1", item("1"), item("1")).happened("2", item("1"));

        for (var path : new String[] {"/v1/views/order-summary", "/v1/views/order-status"}) {
            assertThat(server.get(path).header("Daybook-Parked-Aggregates")).isEqualTo("2");
        }
        assertThat(server.get("/v1/views/order-status/CREATED").header("Daybook-Parked-Aggregates"))
                .isEqualTo("2");
        assertThat(server.get("/v1/views")
                        .json()
                        .get("views")
                        .get(0)
                        .get("parked")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_partition_that_is_away_has_nothing_released() throws Exception {
        server.happened("1", item("1"));
        server.summaryPartitions.get(server.partition("1")).leave();

        assertThat(server.post(BROKEN + "/retry").code()).isEqualTo("view-not-ready");
    }

    /** Posts, and lets the thread that posts events do what it is asked. */
    private Answer posted(String path) throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> post(path));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    server.summaryPartitions.get(server.partition("1")).work();
                    return answer.isDone();
                });
        return answer.get(20, TimeUnit.SECONDS);
    }

    private Answer post(String path) {
        try {
            return server.post(BROKEN + path);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
