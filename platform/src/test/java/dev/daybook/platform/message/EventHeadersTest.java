package dev.daybook.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {
    private static final Instant TIME = Instant.parse("2026-11-01T12:30:00.123Z");
    private static final EventHeaders EVENT = new EventHeaders(
            "c-1:2",
            "dev.daybook.orders.ItemAdded",
            EventHeaders.source("orders", "order", "10248"),
            "10248",
            TIME,
            "order",
            7,
            1287,
            "conversation",
            "c-1",
            "zoë",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void reads_what_it_writes() {
        EVENT.write(headers);

        assertThat(EventHeaders.read(headers)).isEqualTo(EVENT);
    }

    @Test
    void gives_deciders_and_views_what_they_may_know() {
        assertThat(EVENT.metadata()).isEqualTo(new Metadata("order", "10248", 7, TIME, "c-1", "conversation", "zoë"));
    }

    @Test
    void the_source_is_a_uri_whatever_the_id() {
        assertThat(EventHeaders.source("orders", "order", "a/b ü?")).isEqualTo("/orders/order/a%2Fb%20%C3%BC%3F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "ce_aggregatetype",
                "ce_sequence",
                "ce_position",
                "ce_correlationid",
                "ce_causationid"
            })
    void names_the_header_that_is_missing(String name) {
        EVENT.write(headers);
        headers.remove(name);

        assertThatThrownBy(() -> EventHeaders.read(headers))
                .isInstanceOfSatisfying(
                        MalformedHeaderException.class,
                        missing -> assertThat(missing.value()).isNull())
                .hasMessageContaining("The header " + name)
                .hasMessageEndingWith("but is missing");
    }

    @Test
    void versions_begin_at_one() {
        EVENT.write(headers);
        headers.add("ce_sequence", "0".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventHeaders.read(headers))
                .hasMessage("The header ce_sequence must be a whole number of 1 or more, but is '0'");
    }
}
