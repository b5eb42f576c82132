package dev.daybook.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What we write, as the CloudEvents SDK reads it. */
class CloudEventsTest {
    private static final byte[] PAYLOAD = {0, 0, 0, 0, 1};

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void an_event_is_a_cloud_event() {
        new EventHeaders(
                        "c-1:1",
                        "dev.daybook.orders.ItemAdded",
                        EventHeaders.source("orders", "order", "a b"),
                        "a b",
                        Instant.parse("2026-11-01T12:30:00.123Z"),
                        "order",
                        7,
                        1287,
                        "conversation",
                        "c-1",
                        "zoë",
                        null)
                .write(headers);

        var event = read(headers);

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("c-1:1");
        assertThat(event.getType()).isEqualTo("dev.daybook.orders.ItemAdded");
        assertThat(event.getSource()).isEqualTo(URI.create("/orders/order/a%20b"));
        assertThat(event.getSubject()).isEqualTo("a b");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-01T12:30:00.123Z"));
        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        assertThat(event.getExtension("aggregatetype")).isEqualTo("order");
        assertThat(event.getExtension("sequence")).isEqualTo("7");
        assertThat(event.getExtension("position")).isEqualTo("1287");
        assertThat(event.getExtension("correlationid")).isEqualTo("conversation");
        assertThat(event.getExtension("causationid")).isEqualTo("c-1");
        assertThat(event.getExtension("principal")).isEqualTo("zoë");
        assertThat(event.getData())
                .isNotNull()
                .extracting(CloudEventData::toBytes)
                .isEqualTo(PAYLOAD);
    }

    @Test
    void a_command_is_a_cloud_event() {
        new CommandHeaders("c-1", "dev.daybook.orders.AddItem", "order", null, 5L, null, null, null, null, null)
                .write(headers, "/orders/gateway", "10248");

        var command = read(headers);

        assertThat(command.getId()).isEqualTo("c-1");
        assertThat(command.getSource()).isEqualTo(URI.create("/orders/gateway"));
        assertThat(command.getExtension("expectedversion")).isEqualTo("5");
    }

    private static CloudEvent read(Headers headers) {
        return KafkaMessageFactory.createReader(headers, PAYLOAD).toEvent();
    }
}
