package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.projection.OrderLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupQueriesTest {
    private static final String VIEW = "/v1/views/order-status";

    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answers_with_the_sums_over_all_partitions() throws Exception {
        server.happened("1", created("A"), item("1"), confirmed("1"));
        for (var id = 2; id <= 9; id++) {
            server.happened(String.valueOf(id), created("A"));
        }

        assertThat(server.statuses.shards().ledgers())
                .allSatisfy(ledger -> assertThat(ledger.progress().entries()).isPositive());
        assertThat(server.get(VIEW).json().toString())
                .isEqualTo("{\"rows\":[{\"status\":\"CONFIRMED\",\"orders\":1},{\"status\":\"CREATED\",\"orders\":8}],"
                        + "\"next\":null}");
        var row = server.get(VIEW + "/CREATED");
        assertThat(row.json().toString()).isEqualTo("{\"status\":\"CREATED\",\"orders\":8}");
        assertThat(row.header("X-Event-Version")).isEmpty();
        assertThat(row.header("ETag")).isEmpty();
    }

    @Test
    void answers_with_how_it_was_at_a_time() throws Exception {
        server.happened("1", created("A"), cancelled());
        everyLogEndsWhereItIs();

        assertThat(server.get(VIEW + "/CREATED?at=" + OrderLog.time(1))
                        .json()
                        .get("orders")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get(VIEW + "/CREATED?at=" + OrderLog.time(2))
                        .json()
                        .get("orders")
                        .asInt())
                .isZero();
        assertThat(server.get(VIEW + "?at=" + OrderLog.BEGIN).json().get("rows"))
                .isEmpty();
        assertThat(server.get(VIEW + "/CANCELLED?at=" + OrderLog.time(1)).code())
                .isEqualTo("no-row");
    }

    @Test
    void gives_rows_page_by_page() throws Exception {
        server.happened("1", created("A"), cancelled()).happened("2", created("A"), item("1"), confirmed("1"));

        var first = server.get(VIEW + "?limit=2").json();
        var second = server.get(VIEW + "?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("rows").findValuesAsText("status")).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(second.get("rows").findValuesAsText("status")).containsExactly("CREATED");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void a_time_that_the_clocks_are_beyond_needs_no_look_at_the_log() throws Exception {
        server.happened("1", created("A")).happened(onTheOtherPartition(), created("A"));

        assertThat(server.get(VIEW + "?at=" + OrderLog.BEGIN).status()).isEqualTo(200);
    }

    @Test
    void a_time_that_a_clock_is_not_beyond_waits_for_the_end_of_the_log() throws Exception {
        server.happened("1", created("A"));
        everyLogEndsWhereItIs();
        var here = server.partition("1");
        server.append("1", cancelled());
        server.ends.put(here, 2L);

        var behind = server.get(VIEW + "?at=" + OrderLog.time(5), "Prefer", "wait=0");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.code()).isEqualTo("view-behind");
        assertThat(behind.json().get("partition").asInt()).isEqualTo(here);
        assertThat(behind.json().get("awaitedPosition").asInt()).isEqualTo(2);

        var waiting = CompletableFuture.supplyAsync(() -> ask(VIEW + "/CREATED?at=" + OrderLog.time(5)));
        server.catchUp(server.statusPartitions.get(here), here, 1);
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(0);
    }

    @Test
    void a_log_whose_end_cannot_be_seen_leaves_it_open_whether_the_answer_is_whole() throws Exception {
        server.happened("1", created("A"));

        var answer = server.get(VIEW + "?at=" + OrderLog.time(5));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("view-behind");
    }

    @Test
    void a_partition_that_is_away_is_not_left_out() throws Exception {
        server.happened("1", created("A"));
        server.statusPartitions.get(1 - server.partition("1")).leave();

        assertThat(server.get(VIEW).code()).isEqualTo("view-not-ready");
        assertThat(server.get(VIEW + "/CREATED").code()).isEqualTo("view-not-ready");
    }

    @Test
    void waits_for_a_token() throws Exception {
        server.happened("1", created("A"));
        server.append("1", item("1"));

        var answer = server.get(VIEW, "Daybook-Token", server.token("1"), "Prefer", "wait=0");

        assertThat(answer.code()).isEqualTo("view-behind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=CREATED", "?at=yesterday", "?limit=0", "?cursor=x", "/CREATED?limit=1"})
    void refuses_what_it_cannot_be_asked(String question) throws Exception {
        assertThat(server.get(VIEW + question).status()).isEqualTo(400);
    }

    @Test
    void a_cursor_of_another_time_is_refused() throws Exception {
        server.happened("1", created("A"), cancelled()).happened(onTheOtherPartition(), created("A"));
        everyLogEndsWhereItIs();
        var next = server.get(VIEW + "?limit=1").json().get("next").asText();

        assertThat(server.get(VIEW + "?limit=1&at=" + OrderLog.time(1) + "&cursor=" + next)
                        .code())
                .isEqualTo("bad-parameter");
    }

    private void everyLogEndsWhereItIs() {
        for (var partition = 0; partition < server.logs.size(); partition++) {
            server.ends.put(partition, server.logs.get(partition).position());
        }
    }

    private String onTheOtherPartition() {
        for (var id = 2; ; id++) {
            if (server.partition(String.valueOf(id)) != server.partition("1")) {
                return String.valueOf(id);
            }
        }
    }

    private int ask(String path) {
        try {
            return server.get(path, "Prefer", "wait=20").json().get("orders").asInt();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
