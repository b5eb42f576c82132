package dev.daybook.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.console.Json;
import org.junit.jupiter.api.Test;

final class NarrativeTest {
    private static final String EVENT = """
        {"id": "cmd-7:1", "type": "dev.daybook.orders.ItemRemoved", "sequence": "4", "time": "2026-01-01T00:00:04Z",
         "principal": "alice", "causationid": "cmd-7", "correlationid": "run-1",
         "data": {"productId": "chai"},
         "changes": [{"path": "/lines/0", "from": {"productId": "chai"}},
                     {"path": "/carrier", "to": "ups"},
                     {"path": "/total", "from": "32", "to": "14"}]}\
        """;

    @Test
    void tells_who_did_what_when_and_what_it_changed() {
        assertThat(new Narrative(true).of(Json.parse(EVENT)).lines())
                .containsExactly(
                        "   4  2026-01-01T00:00:04Z  ItemRemoved  by alice",
                        "      - lines/0: {\"productId\":\"chai\"}",
                        "      + carrier: ups",
                        "      ~ total: 32 → 14",
                        "      command cmd-7, correlation run-1");
    }

    @Test
    void says_what_an_instance_of_a_process_was_told_by() {
        var step = EVENT.replace("\"id\": \"cmd-7:1\"", "\"id\": \"fulfillment:1@4\"");

        assertThat(new Narrative(true).of(Json.parse(step)).lines())
                .contains("      caused by cmd-7, correlation run-1");
    }

    @Test
    void says_of_an_event_that_cannot_be_read_why() {
        var unreadable = EVENT.replaceAll(
                "(?s)\"data\": .*", "\"data\": null, \"unreadable\": \"it is torn\", \"changes\": null}");

        assertThat(new Narrative(true).of(Json.parse(unreadable)).lines()).contains("      unreadable: it is torn");
    }

    @Test
    void tells_what_an_event_holds_where_changes_are_not_wanted_or_not_known() {
        var unknown = EVENT.replaceAll("(?s)\"changes\": .*", "\"changes\": null}");

        assertThat(new Narrative(false).of(Json.parse(EVENT)).lines())
                .contains("      {\"productId\":\"chai\"}")
                .noneMatch(line -> line.contains("→"));
        assertThat(new Narrative(true).of(Json.parse(unknown)).lines()).contains("      {\"productId\":\"chai\"}");
    }
}
