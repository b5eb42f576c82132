package dev.daybook.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyHeadersTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reads_what_it_writes(boolean replayed) {
        var headers = new RecordHeaders();
        var reply = new ReplyHeaders(
                "c-1",
                "dev.daybook.outcome.CommandAccepted",
                "/orders/order/10248",
                "10248",
                Instant.parse("2026-11-01T12:30:00Z"),
                "order",
                replayed,
                null);
        reply.write(headers);

        assertThat(ReplyHeaders.read(headers)).isEqualTo(reply);
        assertThat(headers.lastHeader("replayed") != null).isEqualTo(replayed);
    }
}
