package dev.daybook.cli.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.orders.published.OrderIntegrationEvent;
import dev.daybook.orders.published.OrderShippedV1;
import dev.daybook.platform.message.PublicHeaders;
import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.testkit.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class IntegrationEventsTest {
    private static final String TOPIC = "public.orders";
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final IntegrationEvents events = new IntegrationEvents(registry);

    @Test
    void tells_an_event_by_the_schema_that_it_was_written_with() {
        var json = events.json(message(headers("story-1"), shipped()));

        assertThat(json.path("type").asText()).isEqualTo("dev.daybook.orders.published.OrderShippedV1");
        assertThat(json.at("/data/carrier").asText()).isEqualTo("UPS");
        assertThat(json.at("/data/shippedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(Telling.of(json)).isEqualTo("""
            2026-01-01T00:00:00Z  10248  OrderShippedV1
                  {"orderId":"10248","carrier":"UPS","trackingNumber":"1Z","shippedAt":"2026-01-01T00:00:00Z"}
                  command c-1, correlation story-1\
            """);
    }

    @Test
    void says_why_a_payload_cannot_be_read_and_where_it_is() {
        var json = events.json(message(headers("story-1"), new byte[] {7}));

        assertThat(json.path("id").asText()).isEqualTo("c-1:1");
        assertThat(json.path("unreadable").asText()).contains("at least 5 bytes", "public.orders-3-7");
        assertThat(Telling.of(json)).contains("OrderShippedV1", "unreadable: ");
    }

    @Test
    void says_what_is_no_integration_event() {
        var json = events.json(message(new RecordHeaders(), shipped()));

        assertThat(json.path("unreadable").asText()).contains("ce_id", "public.orders-3-7");
        assertThat(Telling.of(json).lines()).hasSize(1);
    }

    @Test
    void a_registry_that_is_away_makes_no_event_unreadable() {
        var nobody = new IntegrationEvents(new Away());
        var message = message(headers("story-1"), shipped());

        assertThatThrownBy(() -> nobody.json(message)).isInstanceOf(RegistryUnavailableException.class);
    }

    /** A registry that never answers. */
    private static final class Away implements SchemaRegistry {
        @Override
        public int register(String subject, Schema schema) {
            throw new RegistryUnavailableException("away", null);
        }

        @Override
        public Schema byId(int id) {
            throw new RegistryUnavailableException("away", null);
        }

        @Override
        public List<Schema> versions(String subject) {
            throw new RegistryUnavailableException("away", null);
        }

        @Override
        public void requireCompatibility(String subject, Compatibility level) {
            throw new RegistryUnavailableException("away", null);
        }

        @Override
        public void close() {}
    }

    private byte[] shipped() {
        return new RecordSerdes(registry)
                .serializer(OrderIntegrationEvent.class)
                .serialize(TOPIC, new OrderShippedV1("10248", "UPS", "1Z", TIME));
    }

    private static RecordHeaders headers(String correlationId) {
        var headers = new RecordHeaders();
        new PublicHeaders(
                        "c-1:1",
                        "dev.daybook.orders.published.OrderShippedV1",
                        "/orders/order/10248",
                        "10248",
                        TIME,
                        correlationId,
                        "c-1",
                        null)
                .write(headers);
        return headers;
    }

    private static ConsumerRecord<byte[], byte[]> message(RecordHeaders headers, byte[] value) {
        return new ConsumerRecord<>(
                TOPIC,
                3,
                7,
                TIME.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "10248".getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }
}
