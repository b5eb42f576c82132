package dev.daybook.gateway;

import static dev.daybook.platform.message.Ack.ACCEPTED;
import static dev.daybook.platform.message.Ack.COMMITTED;
import static dev.daybook.platform.message.Ack.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.client.SendOptions;
import dev.daybook.outcome.CommandRejected;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says of a command besides its content. */
class RequestHeadersTest extends ServedRoutes {
    @Test
    void takes_the_idempotency_key_as_command_id() {
        client.post(CONFIRM, "{}", "Idempotency-Key", "order-10248-confirm");

        assertThat(dispatcher.lastCommand().id()).isEqualTo("order-10248-confirm");
    }

    @Test
    void gives_a_command_without_key_a_uuid_of_version_7() {
        client.post(CONFIRM, "{}");
        client.post(CONFIRM, "{}");

        var ids = dispatcher.commands().stream()
                .map(command -> UUID.fromString(command.id()))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().extracting(UUID::version).containsOnly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void refuses_a_key_that_is_not_visible(String key) {
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", key), "Idempotency-Key");
    }

    @Test
    void refuses_a_key_that_is_too_long_or_given_twice() {
        assertThat(client.post(CONFIRM, "{}", "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(202);
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", "k".repeat(201)), "Idempotency-Key");
        assertMalformed(client.post(CONFIRM, "{}", "Idempotency-Key", "k", "Idempotency-Key", "l"), "Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"If-Match, '\"5\"', 5", "If-Match, '\"0\"', 0", "If-None-Match, *, 0"})
    void reads_the_expected_version(String header, String value, long expected) {
        client.post(CONFIRM, "{}", header, value);

        assertThat(dispatcher.lastCommand().expectedVersion()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "If-Match, 'W/\"5\"'",
                "If-Match, *",
                "If-Match, 5",
                "If-Match, '\"05\"'",
                "If-Match, '\"-1\"'",
                "If-Match, '\"five\"'",
                "If-Match, '\"5\", \"6\"'",
                "If-Match, '\"9223372036854775808\"'",
                "If-Match, ''",
                "If-None-Match, '\"5\"'",
                "If-None-Match, 'W/*'"
            })
    void refuses_other_preconditions(String header, String value) {
        assertMalformed(client.post(CONFIRM, "{}", header, value), header);
    }

    @Test
    void refuses_both_preconditions_together() {
        assertMalformed(client.post(CONFIRM, "{}", "If-Match", "\"5\"", "If-None-Match", "*"), "If-None-Match");
    }

    @Test
    void waits_as_long_as_the_caller_prefers() {
        assertOptions(client.post(CONFIRM, "{}"), "", new SendOptions(COMMITTED, Duration.ofSeconds(10)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "wait=3", "Daybook-Ack", "decided"),
                "wait=3",
                new SendOptions(DECIDED, Duration.ofSeconds(3)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "wait=600"),
                "wait=60",
                new SendOptions(COMMITTED, Duration.ofSeconds(60)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "respond-async, wait=3"),
                "respond-async, wait=3",
                new SendOptions(COMMITTED, Duration.ofSeconds(3)));
        assertOptions(
                client.post(CONFIRM, "{}", "Prefer", "respond-async"),
                "respond-async",
                new SendOptions(ACCEPTED, Duration.ofSeconds(10)));
        assertOptions(
                client.post(CONFIRM, "{}", "Daybook-Ack", "accepted"),
                "",
                new SendOptions(ACCEPTED, Duration.ofSeconds(10)));
    }

    @Test
    void refuses_unknown_acks() {
        assertMalformed(client.post(CONFIRM, "{}", "Daybook-Ack", "done"), "Daybook-Ack");
        assertMalformed(client.get("/v1/commands/order/1/c1", "Daybook-Ack", "accepted"), "Daybook-Ack");
    }

    @Test
    void passes_the_trace_on_or_makes_one() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        client.post(CONFIRM, "{}", "traceparent", trace);
        assertThat(dispatcher.lastCommand().trail().traceparent()).isEqualTo(trace);

        client.post(CONFIRM, "{}", "traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01");
        assertThat(dispatcher.lastCommand().trail().traceparent())
                .isNotEqualTo(trace)
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
    }

    @Test
    void passes_on_what_the_command_is_part_of() {
        var answer = client.post(CONFIRM, "{}", "Daybook-Correlation-Id", "return-17");

        assertThat(dispatcher.lastCommand().trail().correlationId()).isEqualTo("return-17");
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("return-17");
    }

    @Test
    void a_command_that_is_part_of_nothing_begins_what_is_named_by_its_id() {
        var answer = client.post(CONFIRM, "{}", "Idempotency-Key", "key-1");

        assertThat(dispatcher.lastCommand().trail().correlationId()).isNull();
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("key-1");
    }

    @Test
    void a_refused_command_says_what_it_is_part_of() {
        reply(new CommandRejected("c1", "order", "10248", 5, "order-empty", "It has no items", Map.of()));

        var answer = client.post(CONFIRM, "{}", "Daybook-Correlation-Id", "return-17");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Daybook-Correlation-Id")).isEqualTo("return-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", ""})
    void refuses_a_correlation_id_that_could_not_be_told_apart(String id) {
        assertProblem(client.post(CONFIRM, "{}", "Daybook-Correlation-Id", id), 400, "malformed-header");
        assertThat(dispatcher.commands()).isEmpty();
    }

    @Test
    void believes_only_the_trusted_header_about_the_principal() {
        client.post(CONFIRM, "{}", "Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
        assertThat(dispatcher.lastCommand().trail().principal()).isNull();

        client.post(CONFIRM, "{}", "X-User", "alice");
        assertThat(dispatcher.lastCommand().trail().principal()).isEqualTo("alice");
    }

    private void assertOptions(GatewayClient.Answer answer, String applied, SendOptions options) {
        assertThat(answer.header("Preference-Applied")).isEqualTo(applied);
        assertThat(dispatcher.lastOptions()).isEqualTo(options);
    }
}
