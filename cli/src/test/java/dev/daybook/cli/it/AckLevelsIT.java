package dev.daybook.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a caller waits, by its own choice. */
final class AckLevelsIT {
    @ParameterizedTest
    @CsvSource({"decided, decided|committed", "committed, committed"})
    void answers_with_the_outcome_at_the_level_that_was_asked_for_or_above(String level, String reached)
            throws Exception {
        var answer = Http.post(
                "/v1/order/" + Http.newId() + "/create-order", "{\"customerId\": \"ALFKI\"}", "Daybook-Ack", level);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("ack").asText()).matches(reached);
        assertThat(answer.json().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void refuses_a_level_that_is_none() throws Exception {
        var answer = Http.post(
                "/v1/order/" + Http.newId() + "/create-order", "{\"customerId\": \"ALFKI\"}", "Daybook-Ack", "soon");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("decided", "committed");
    }
}
