package dev.daybook.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandHeadersTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final CommandHeaders FULL = new CommandHeaders(
            "c-1",
            "dev.daybook.orders.AddItem",
            "order",
            Instant.parse("2026-11-01T12:30:00.123456Z"),
            5L,
            "conversation",
            "cause",
            "zoë",
            TRACE,
            new ReplyTo("orders.replies", 2, "waiter-7", Ack.COMMITTED));

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void reads_what_it_writes() {
        FULL.write(headers, "/orders/gateway", "10248");

        assertThat(CommandHeaders.read(headers)).isEqualTo(FULL);
    }

    @Test
    void a_producer_without_headers_is_no_fault() {
        assertThat(CommandHeaders.read(headers))
                .isEqualTo(new CommandHeaders(null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void writes_only_what_there_is() {
        new CommandHeaders("c-1", "t", "order", null, null, null, null, null, null, null).write(headers, "/s", "1");

        assertThat(headers.toArray())
                .extracting(header -> header.key())
                .containsExactly(
                        "ce_specversion",
                        "content-type",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_aggregatetype");
    }

    @Test
    void of_two_headers_with_one_name_the_last_counts() {
        put("ce_id", "first");
        put("ce_id", "last");

        assertThat(CommandHeaders.read(headers).id()).isEqualTo("last");
    }

    @Test
    void a_time_with_an_offset_is_a_time() {
        put("ce_time", "2026-11-01T14:30:00+02:00");

        assertThat(CommandHeaders.read(headers).time()).isEqualTo(Instant.parse("2026-11-01T12:30:00Z"));
    }

    @Test
    void a_reply_topic_may_have_colons_before_the_partition() {
        put("replyto", "a:b:3");

        assertThat(CommandHeaders.read(headers).replyTo()).isEqualTo(new ReplyTo("a:b", 3, null, Ack.COMMITTED));
    }

    @Test
    void a_reply_key_without_a_place_to_reply_means_nothing() {
        put("replykey", "waiter-7");

        assertThat(CommandHeaders.read(headers).replyTo()).isNull();
    }

    @Test
    void a_malformed_trace_is_ignored() {
        put("traceparent", "who knows");

        assertThat(CommandHeaders.read(headers).traceparent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, ''",
        "ce_time, yesterday",
        "ce_expectedversion, -1",
        "ce_expectedversion, five",
        "ce_expectedversion, 99999999999999999999",
        "ce_specversion, 0.3",
        "replyto, orders.replies",
        "replyto, orders.replies:",
        "replyto, orders.replies:-1",
        "replyto, orders.replies:4294967295",
        "replyto, :1"
    })
    void names_the_header_that_is_malformed_and_its_value(String name, String value) {
        put(name, value);

        assertThatThrownBy(() -> CommandHeaders.read(headers))
                .isInstanceOfSatisfying(MalformedHeaderException.class, malformed -> {
                    assertThat(malformed.header()).isEqualTo(name);
                    assertThat(malformed.value()).isEqualTo(value);
                })
                .hasMessageContaining("The header " + name + " must be ")
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void shows_bytes_that_are_no_text_as_hexadecimal() {
        headers.add("ce_id", new byte[] {(byte) 0xc3, 0x28});

        assertThatThrownBy(() -> CommandHeaders.read(headers))
                .isInstanceOf(MalformedHeaderException.class)
                .hasMessage("The header ce_id must be text in UTF-8, but is '0xc328'");
    }

    @Test
    void a_replacement_character_that_was_sent_is_text() {
        put("ce_principal", "zo\ufffd");

        assertThat(CommandHeaders.read(headers).principal()).isEqualTo("zo\ufffd");
    }

    @Test
    void shows_no_more_than_the_beginning_of_a_long_value() {
        put("ce_time", "x".repeat(1_000_000));

        assertThatThrownBy(() -> CommandHeaders.read(headers))
                .isInstanceOf(MalformedHeaderException.class)
                .message()
                .hasSizeLessThan(400)
                .endsWith("x…'");
    }

    private void put(String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
