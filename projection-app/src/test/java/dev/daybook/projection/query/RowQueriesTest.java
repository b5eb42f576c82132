package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.cancelled;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static dev.daybook.projection.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowQueriesTest {
    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_row_is_answered_with_the_version_that_it_shows() throws Exception {
        server.happened("10248", created("VINET"), item("14"), item("9.8"));

        var answer = server.get("/v1/views/order-summary/10248");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Event-Version")).isEqualTo("3");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().get("orderId").asText()).isEqualTo("10248");
        assertThat(answer.json().get("total").isTextual()).isTrue();
        assertThat(answer.json().get("total").asText()).isEqualTo("23.8");
        assertThat(answer.json().has("shippedAt")).isFalse();
    }

    @Test
    void a_key_may_hold_any_character() throws Exception {
        server.happened("a/b é", created("VINET"));

        assertThat(server.get("/v1/views/order-summary/a%2Fb%20%C3%A9")
                        .json()
                        .get("orderId")
                        .asText())
                .isEqualTo("a/b é");
    }

    @Test
    void a_row_may_be_called_like_a_route() throws Exception {
        server.happened("events", created("VINET"));

        assertThat(server.get("/v1/views/order-summary/events").status()).isEqualTo(200);
    }

    @Test
    void a_row_that_is_not_there_is_not_found() throws Exception {
        var answer = server.get("/v1/views/order-summary/10248");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-row");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_row_that_is_not_listed_yet_is_not_found() throws Exception {
        server.happened("1", created("VINET"));
        assertThat(server.get("/v1/views/shipped-orders/1").code()).isEqualTo("no-row");

        server.happened("1", shipped("Speedy"));

        assertThat(server.get("/v1/views/shipped-orders/1").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_view_is_told_which_there_are() throws Exception {
        for (var path : List.of("/v1/views/nonsense", "/v1/views/nonsense/1")) {
            var answer = server.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("unknown-view");
            assertThat(answer.json().get("known").toString())
                    .isEqualTo("[\"order-status\",\"order-summary\",\"shipped-orders\"]");
        }
    }

    @Test
    void rows_come_in_the_order_of_their_keys_page_by_page_from_all_partitions() throws Exception {
        for (var id = 10; id < 35; id++) {
            server.happened(String.valueOf(id), created("VINET"));
        }

        var seen = new ArrayList<String>();
        var pages = 0;
        for (var next = ""; next != null; pages++) {
            var answer = server.get("/v1/views/order-summary?limit=10" + next).json();
            seen.addAll(keys(answer));
            next = answer.get("next").isNull()
                    ? null
                    : "&cursor=" + answer.get("next").asText();
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void rows_are_found_by_the_filters_of_the_view() throws Exception {
        server.happened("1", created("A")).happened("2", created("B")).happened("3", created("A"), cancelled());

        assertThat(keys(server.get("/v1/views/order-summary?customerId=A").json()))
                .containsExactly("1", "3");
        assertThat(keys(server.get("/v1/views/order-summary?customerId=A&status=CANCELLED")
                        .json()))
                .containsExactly("3");
        assertThat(keys(server.get("/v1/views/order-summary?customerId=nobody").json()))
                .isEmpty();
    }

    @Test
    void the_case_of_a_status_does_not_matter_and_others_are_told_which_there_are() throws Exception {
        server.happened("1", created("A")).happened("2", created("A"), cancelled());

        assertThat(keys(server.get("/v1/views/order-summary?status=cancelled").json()))
                .containsExactly("2");
        assertThat(server.get("/v1/views/order-summary?status=lost")
                        .json()
                        .get("detail")
                        .asText())
                .contains("one of [CREATED, ", "CANCELLED", "'lost'");
    }

    @Test
    void a_cursor_goes_on_with_its_own_question_only() throws Exception {
        server.happened("1", created("A")).happened("2", created("A")).happened("3", created("A"));
        var cursor = server.get("/v1/views/order-summary?customerId=A&limit=1")
                .json()
                .get("next")
                .asText();

        assertThat(keys(server.get("/v1/views/order-summary?customerId=A&limit=5&cursor=" + cursor)
                        .json()))
                .containsExactly("2", "3");
        assertThat(server.get("/v1/views/order-summary?customerId=B&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/v1/views/shipped-orders?customerId=A&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_filter_is_told_which_there_are() throws Exception {
        var answer = server.get("/v1/views/order-summary?customer=A");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unknown-parameter");
        assertThat(answer.json().get("detail").asText())
                .isEqualTo("There is no parameter 'customer' here; there are [status, customerId, limit, cursor]");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=ten, limit",
        "limit=, limit",
        "limit=1&limit=2, limit",
        "cursor=nonsense!, cursor",
        "cursor=AAAA, cursor",
        "cursor=, cursor",
        "cursor=AAAAAGE, cursor",
        "status=A&status=B, status",
        "status=lost, status"
    })
    void a_parameter_that_makes_no_sense_is_refused_by_name(String query, String parameter) throws Exception {
        var answer = server.get("/v1/views/order-summary?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-parameter");
        assertThat(answer.json().get("parameter").asText()).isEqualTo(parameter);
    }

    private static List<String> keys(JsonNode answer) {
        return StreamSupport.stream(answer.get("rows").spliterator(), false)
                .map(row -> row.get("orderId").asText())
                .toList();
    }
}
