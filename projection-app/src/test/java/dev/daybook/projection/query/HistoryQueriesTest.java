package dev.daybook.projection.query;

import static dev.daybook.projection.Orders.confirmed;
import static dev.daybook.projection.Orders.created;
import static dev.daybook.projection.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.projection.OrderLog;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryQueriesTest {
    private final QueryServer server = new QueryServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_event_is_answered_in_the_json_format_of_cloud_events() throws Exception {
        server.happened("a b", created("VINET"));

        var event = server.get("/v1/order/a%20b/events").json().get("events").get(0);

        var position = server.logs.get(server.partition("a b")).position();
        assertThat(texts(event))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("specversion", "1.0"),
                        Map.entry("id", "command-1:1"),
                        Map.entry("source", "/orders/order/a%20b"),
                        Map.entry("type", "dev.daybook.orders.OrderCreated"),
                        Map.entry("subject", "a b"),
                        Map.entry("time", "2026-01-01T00:00:01Z"),
                        Map.entry("datacontenttype", "application/json"),
                        Map.entry("aggregatetype", "order"),
                        Map.entry("sequence", "1"),
                        Map.entry("position", String.valueOf(position)),
                        Map.entry("correlationid", "correlation-1"),
                        Map.entry("causationid", "command-1"),
                        Map.entry("principal", "alice")));
        assertThat(event.get("data").toString()).isEqualTo("{\"customerId\":\"VINET\",\"currency\":\"USD\"}");
    }

    @Test
    void events_come_page_by_page() throws Exception {
        server.happened("1", created("A"), item("1"), item("2"), item("3"), confirmed("6"));

        var first = server.get("/v1/order/1/events?limit=2").json();
        assertThat(sequences(first)).containsExactly("1", "2");
        assertThat(first.get("next").asLong()).isEqualTo(3);
        var last = server.get("/v1/order/1/events?from=4&limit=2").json();
        assertThat(sequences(last)).containsExactly("4", "5");
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(sequences(server.get("/v1/order/1/events?from=6").json())).isEmpty();
    }

    @Test
    void an_event_of_an_unknown_type_is_shown_as_it_was_written() throws Exception {
        var schema = SchemaBuilder.record("dev.daybook.orders.OrderPraised")
                .fields()
                .requiredString("words")
                .endRecord();
        var id = server.fixture.registry().register(OrderLog.TOPIC + "-" + schema.getFullName(), schema);
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 0, 0, 0, (byte) id});
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema)
                .write(new GenericRecordBuilder(schema).set("words", "bravo").build(), encoder);
        var partition = server.partition("1");
        server.logs.get(partition).append("1", schema.getFullName(), bytes.toByteArray());
        server.catchUp(server.timelinePartitions.get(partition), partition, 1);

        var event = server.get("/v1/order/1/events").json().get("events").get(0);

        assertThat(event.get("data").toString()).isEqualTo("{\"words\":\"bravo\"}");
        assertThat(server.get("/v1/order/1/state").code()).isEqualTo("unknown-event");
    }

    @Test
    void an_event_that_cannot_be_read_is_shown_with_the_reason_and_hides_no_other() throws Exception {
        server.happened("1", created("A"));
        server.breaks("1");
        server.happened("1", item("1"));

        var events = server.get("/v1/order/1/events?changes=true").json().get("events");

        assertThat(events).hasSize(3);
        assertThat(events.get(0).get("changes").isArray()).isTrue();
        assertThat(events.get(1).get("sequence").asText()).isEqualTo("2");
        assertThat(events.get(1).get("data").isNull()).isTrue();
        assertThat(events.get(1).get("unreadable").asText()).contains("magic byte");
        assertThat(events.get(1).get("changes").isNull()).isTrue();
        assertThat(events.get(2).get("data").isObject()).isTrue();
        assertThat(events.get(2).get("changes").isNull()).isTrue();
    }

    @Test
    void the_state_after_an_event_that_cannot_be_read_cannot_be_told_but_any_before_can() throws Exception {
        server.happened("1", created("A"));
        server.breaks("1");

        var answer = server.get("/v1/order/1/state");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("unreadable-event");
        assertThat(answer.json().get("version").asLong()).isEqualTo(2);
        assertThat(answer.json().get("reason").asText()).contains("magic byte");
        assertThat(server.get("/v1/order/1/state?version=1").status()).isEqualTo(200);
    }

    @Test
    void an_aggregate_to_which_nothing_happened_is_not_found() throws Exception {
        for (var path : List.of("/v1/order/1/events", "/v1/order/1/state", "/v1/order/1/state?version=1")) {
            var answer = server.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("no-aggregate");
        }
    }

    @Test
    void an_unknown_type_of_aggregate_is_told_which_there_are() throws Exception {
        for (var path : List.of("/v1/invoice/1/events", "/v1/invoice/1/state")) {
            var answer = server.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("unknown-aggregate-type");
            assertThat(answer.json().get("known").toString()).isEqualTo("[\"order\"]");
        }
    }

    @Test
    void the_state_is_answered_as_it_was_at_a_version() throws Exception {
        server.happened("1", created("A"), item("1"), confirmed("1"));

        var answer = server.get("/v1/order/1/state?version=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Event-Version")).isEqualTo("2");
        assertThat(answer.json().get("id").asText()).isEqualTo("1");
        assertThat(answer.json().get("version").asLong()).isEqualTo(2);
        assertThat(answer.json().get("at").asText()).isEqualTo("2026-01-01T00:00:02Z");
        assertThat(answer.json().get("state").get("status").asText()).isEqualTo("CREATED");
        assertThat(answer.json().get("state").get("lines")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "at=2026-01-01T00:00:02.5Z, 2",
        "at=2026-01-01T01:00:02%2B01:00, 2",
        "at=2026-01-01T00:00:03Z, 3",
        "at=2030-01-01T00:00:00Z, 3",
        "'', 3"
    })
    void the_state_is_answered_as_it_was_at_a_time(String query, long version) throws Exception {
        server.happened("1", created("A"), item("1"), confirmed("1"));

        assertThat(server.get("/v1/order/1/state?" + query)
                        .json()
                        .get("version")
                        .asLong())
                .isEqualTo(version);
    }

    @Test
    void a_version_beyond_the_last_is_told_the_last() throws Exception {
        server.happened("1", created("A"), item("1"));

        var answer = server.get("/v1/order/1/state?version=3");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-version");
        assertThat(answer.json().get("lastVersion").asLong()).isEqualTo(2);
    }

    @Test
    void a_time_before_the_first_event_is_told_when_that_was() throws Exception {
        server.happened("1", created("A"));

        var answer = server.get("/v1/order/1/state?at=2025-12-31T00:00:00Z");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-yet");
        assertThat(answer.json().get("firstEventAt").asText()).isEqualTo("2026-01-01T00:00:01Z");
    }

    @ParameterizedTest
    @CsvSource({
        "state?version=0, version",
        "state?version=first, version",
        "state?at=yesterday, at",
        "state?at=2026-01-01, at",
        "state?version=1&at=2026-01-01T00:00:00Z, at",
        "events?from=0, from",
        "events?limit=1001, limit"
    })
    void a_parameter_that_makes_no_sense_is_refused_by_name(String query, String parameter) throws Exception {
        var answer = server.get("/v1/order/1/" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void a_plus_in_a_time_that_became_a_blank_is_explained() throws Exception {
        assertThat(server.get("/v1/order/1/state?at=2026-01-01T01:00:02+01:00")
                        .json()
                        .get("detail")
                        .asText())
                .contains("a + is %2B in a URL");
    }

    private static Map<String, String> texts(JsonNode event) {
        return event.properties().stream()
                .filter(field -> field.getValue().isTextual())
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText()));
    }

    private static List<String> sequences(JsonNode answer) {
        return StreamSupport.stream(answer.get("events").spliterator(), false)
                .map(event -> event.get("sequence").asText())
                .toList();
    }
}
