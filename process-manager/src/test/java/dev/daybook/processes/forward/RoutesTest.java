package dev.daybook.processes.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.core.View;
import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.StatusCount;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.wire.Patience;
import dev.daybook.testkit.InMemorySchemaRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events on their way into an inbox, and commands on their way out of an outbox. */
class RoutesTest {
    private static final String EVENTS = "orders.order.events";
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final OrderEvent CONFIRMED = new OrderConfirmed(new BigDecimal("168.00"), List.of());

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final RecordSerdes serdes = new RecordSerdes(registry);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters deadLetters = new DeadLetters(
            "orders.dead-letters",
            new DeadLetterWriter(100_000),
            new DeadLetterCount(meters, Tags.of("forwarder", "test")));
    private final Route router = new Router(
            new ContextTopics("orders"), Shipping.process(), serdes, new Patience(Duration.ofSeconds(1)), deadLetters);
    private final Route relay = new Relay(new Shipping(), deadLetters);

    RoutesTest() {
        Contract.of(new Shipping()).register(registry);
    }

    @Test
    void an_event_comes_to_its_instance_with_its_bytes_and_headers() {
        var event = event("10248", value(CONFIRMED), eventHeaders());

        assertThat(router.follow(event)).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("orders.shipping.inbox");
            assertThat(message.key()).isEqualTo("ship-10248".getBytes(UTF_8));
            assertThat(message.value()).isEqualTo(event.value());
            assertThat(message.headers()).isEqualTo(event.headers());
            assertThat(message.partition()).isNull();
            assertThat(message.timestamp()).isNull();
        });
        assertThat(router.topics()).containsExactly(EVENTS);
    }

    @Test
    void an_event_that_is_none_of_the_processes_business_goes_nowhere() {
        assertThat(router.follow(event("10248", value(new OrderCancelled("why not", true)), eventHeaders())))
                .isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_goes_to_the_dead_letters_with_the_reason() {
        var garbage = event("10248", new byte[] {7}, eventHeaders());
        var headerless = event("10248", value(CONFIRMED), new RecordHeaders());

        assertThat(router.follow(garbage)).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("orders.dead-letters");
            assertThat(letter.key()).isEqualTo(garbage.key());
            assertThat(letter.value()).isEqualTo(garbage.value());
            assertThat(header(letter, "daybook.deadletter.reason")).contains("unreadable");
            assertThat(header(letter, "daybook.deadletter.topic")).contains(EVENTS);
            assertThat(header(letter, "daybook.deadletter.offset")).contains("17");
            assertThat(header(letter, "ce_id")).contains("command-1:1");
        });
        assertThat(router.follow(headerless))
                .singleElement()
                .satisfies(letter -> assertThat(
                                header(letter, "daybook.deadletter.message").orElseThrow())
                        .contains("ce_id"));
        assertThat(meters.get("daybook.dead.letters").counter().count()).isEqualTo(2);
    }

    @Test
    void an_event_that_only_another_build_knows_goes_nowhere_yet() {
        var event = event("10248", unknownHere(), eventHeaders());

        assertThatThrownBy(() -> router.follow(event)).hasMessageContaining("StatusCount");
    }

    @Test
    void an_event_whose_schema_the_registry_lacks_goes_nowhere_yet() {
        var event = event("10248", new byte[] {0, 0, 0, 7, 7, 1}, eventHeaders());

        assertThatThrownBy(() -> router.follow(event)).hasMessageContaining(String.valueOf(7 * 256 + 7));
        assertThat(meters.find("daybook.dead.letters").counter()).isNull();
    }

    @Test
    void an_event_for_an_instance_whose_id_does_not_fit_into_a_key_goes_to_the_dead_letters() {
        var longest = "x".repeat(507);
        var tooLong = "x".repeat(506) + "é";

        assertThat(router.follow(event(longest, value(CONFIRMED), eventHeaders(longest))))
                .singleElement()
                .satisfies(message -> assertThat(message.key()).hasSize(512));
        assertThat(router.follow(event(tooLong, value(CONFIRMED), eventHeaders(tooLong))))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo("orders.dead-letters");
                    assertThat(header(letter, "daybook.deadletter.reason")).contains("id-too-long");
                    assertThat(header(letter, "daybook.deadletter.message").orElseThrow())
                            .contains("at most 512", "has 513");
                });
    }

    @Test
    void a_dead_letter_is_as_new_as_its_reason() {
        assertThat(router.follow(event("10248", new byte[] {7}, eventHeaders())))
                .singleElement()
                .satisfies(letter -> assertThat(letter.timestamp()).isNull());
    }

    @Test
    void an_event_at_which_the_process_throws_goes_nowhere_yet() {
        var event = event("broken", value(CONFIRMED), eventHeaders("broken"));

        assertThatThrownBy(() -> router.follow(event)).hasMessage("broken translation");
    }

    @Test
    void an_event_for_an_instance_without_a_name_goes_nowhere_yet() {
        var event = event("nameless", value(CONFIRMED), eventHeaders("nameless"));

        assertThatThrownBy(() -> router.follow(event)).hasMessageContaining("offset 17 of orders.order.events-3");
    }

    @Test
    void a_command_goes_to_the_aggregates_of_its_type_as_it_is() {
        var command = command(new byte[] {1, 2}, commandHeaders("order"));

        assertThat(relay.follow(command)).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("orders.order.commands");
            assertThat(message.key()).isEqualTo(command.key());
            assertThat(message.value()).isEqualTo(command.value());
            assertThat(message.headers()).isEqualTo(command.headers());
            assertThat(message.partition()).isNull();
        });
        assertThat(relay.topics()).containsExactly("orders.outbox");
    }

    @Test
    void a_command_that_does_not_say_whom_it_is_for_goes_to_the_dead_letters() {
        assertThat(relay.follow(command(new byte[] {1, 2}, new RecordHeaders())))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo("orders.dead-letters");
                    assertThat(header(letter, "daybook.deadletter.message").orElseThrow())
                            .contains("ce_aggregatetype");
                });
    }

    @Test
    void a_command_for_a_type_that_only_another_build_knows_waits() {
        var command = command(new byte[] {1, 2}, commandHeaders("spaceship"));

        assertThatThrownBy(() -> relay.follow(command)).hasMessageContainingAll("spaceship", "[order]");
    }

    private byte[] unknownHere() {
        return serdes.serializer(StatusCount.class).serialize(EVENTS, new StatusCount(OrderStatus.CONFIRMED, 1));
    }

    private byte[] value(OrderEvent event) {
        return serdes.serializer(OrderEvent.class).serialize(EVENTS, event);
    }

    private static ConsumerRecord<byte[], byte[]> event(String id, byte[] value, Headers headers) {
        return message(EVENTS, id, value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> command(byte[] value, Headers headers) {
        return message("orders.outbox", "10248", value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> message(String topic, String key, byte[] value, Headers headers) {
        var bytes = key.getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic,
                3,
                17,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                bytes.length,
                value.length,
                bytes,
                value,
                headers,
                Optional.empty());
    }

    private static Headers eventHeaders() {
        return eventHeaders("10248");
    }

    private static Headers eventHeaders(String id) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        "command-1:1",
                        OrderConfirmed.CODEC.fullName(),
                        EventHeaders.source("orders", "order", id),
                        id,
                        NOON,
                        "order",
                        1,
                        1,
                        "conversation-1",
                        "command-1",
                        null,
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .write(headers);
        return headers;
    }

    private static Headers commandHeaders(String aggregateType) {
        var headers = new RecordHeaders();
        new CommandHeaders("shipping:10248:1", "t", aggregateType, NOON, null, "conversation-1", null, null, null, null)
                .write(headers, "/orders/shipping/10248", "10248");
        return headers;
    }

    private static Optional<String> header(ProducerRecord<byte[], byte[]> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    /** A context with a process that hears of confirmed orders. */
    private record Shipping() implements BoundedContext {
        @Override
        public String name() {
            return "orders";
        }

        @Override
        public List<Aggregate<?, ?, ?>> aggregates() {
            return List.of(order());
        }

        @Override
        public List<View<?, ?>> views() {
            return List.of();
        }

        @SuppressWarnings("NullAway") // What an aggregate decides has nothing to do with where its events go.
        private static Aggregate<OrderCommand, OrderEvent, StatusCount> order() {
            return new Aggregate<>("order", OrderCommand.class, OrderEvent.class, StatusCount.class, null);
        }

        @SuppressWarnings("NullAway") // Nor has what an instance does.
        private static BusinessProcess<String, StatusCount> process() {
            return new BusinessProcess<>(
                    "shipping", StatusCount.class, null, List.of(Subscription.to(order(), Shipping::hear)));
        }

        private static @Nullable Told<String> hear(OrderEvent event, Metadata metadata) {
            return switch (metadata.aggregateId()) {
                case "broken" -> throw new IllegalStateException("broken translation");
                case "nameless" -> new Told<>("", "confirmed");
                default ->
                    event instanceof OrderConfirmed ? new Told<>("ship-" + metadata.aggregateId(), "confirmed") : null;
            };
        }
    }
}
