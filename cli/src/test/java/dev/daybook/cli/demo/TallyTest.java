package dev.daybook.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.client.Answer;
import dev.daybook.cli.console.Json;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final SampleCommand COMMAND = new SampleCommand(
            "northwind-1-confirm-order", "order", "1", "confirm-order", Json.MAPPER.createObjectNode(), 3L, "");

    private final Tally tally = new Tally();

    @Test
    void counts_a_command_that_is_new() {
        tally.count(COMMAND, answer(200, Map.of("Daybook-Token", "order:1:7"), "{}"));

        assertThat(tally.accepted()).isEqualTo(1);
        assertThat(tally.known()).isZero();
        assertThat(tally.tokens()).containsExactly("order:1:7");
    }

    @Test
    void counts_a_replayed_answer_as_known() {
        tally.count(COMMAND, answer(200, Map.of("Idempotency-Replayed", "true"), "{}"));

        assertThat(tally.accepted()).isZero();
        assertThat(tally.known()).isEqualTo(1);
    }

    @Test
    void counts_as_known_what_was_done_so_long_ago_that_its_outcome_is_forgotten() {
        tally.count(COMMAND, answer(412, Map.of(), "{\"actualVersion\": 6}"));

        assertThat(tally.known()).isEqualTo(1);
        assertThat(tally.refusals()).isEmpty();
    }

    @Test
    void counts_as_known_what_its_refusal_says_was_done() {
        var payment = new SampleCommand(
                "northwind-1-record-payment",
                "order",
                "1",
                "record-payment",
                Json.MAPPER.createObjectNode(),
                null,
                "order-already-paid");

        tally.count(payment, answer(422, Map.of(), "{\"code\": \"order-already-paid\"}"));
        tally.count(payment, answer(412, Map.of(), "{\"actualVersion\": 7}"));

        assertThat(tally.known()).isEqualTo(1);
        assertThat(tally.refusals()).hasSize(1);
    }

    @Test
    void waits_for_no_view_on_account_of_stock() {
        tally.count(
                new SampleCommand(
                        "northwind-11-receive-stock",
                        "inventory",
                        "11",
                        "receive-stock",
                        Json.MAPPER.createObjectNode(),
                        0L,
                        ""),
                answer(200, Map.of("Daybook-Token", "inventory:1:7"), "{}"));

        assertThat(tally.accepted()).isEqualTo(1);
        assertThat(tally.tokens()).isEmpty();
    }

    @Test
    void keeps_what_was_refused() {
        tally.count(COMMAND, answer(412, Map.of(), "{\"detail\": \"It is at version 2\", \"actualVersion\": 2}"));
        tally.count(COMMAND, answer(422, Map.of(), "{\"detail\": \"It has no items\", \"code\": \"order-empty\"}"));

        assertThat(tally.known() + tally.accepted()).isZero();
        assertThat(tally.refusals()).hasSize(2);
        assertThat(tally.refusals().getLast())
                .isEqualTo("northwind-1-confirm-order: It has no items (422, order-empty)");
    }

    private static Answer answer(int status, Map<String, String> headers, String json) {
        var all = new HashMap<String, List<String>>();
        all.put("Content-Type", List.of("application/problem+json"));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Answer(status, HttpHeaders.of(all, (name, value) -> true), json);
    }
}
