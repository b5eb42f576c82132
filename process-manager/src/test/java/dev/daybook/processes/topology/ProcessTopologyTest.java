package dev.daybook.processes.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.AvroRecord;
import dev.daybook.orders.CancelOrder;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.PaymentReceived;
import dev.daybook.orders.StatusCount;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessInstruction;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.RetryProcess;
import dev.daybook.process.TimerFired;
import dev.daybook.streams.deadletter.DeadLetterHeaders;
import dev.daybook.streams.wire.Patience;
import dev.daybook.testkit.InMemorySchemaRegistry;
import dev.daybook.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTopologyTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final String INBOX = "orders.reminder.inbox";
    private static final int LARGEST = 10_000;
    private static final OrderCreated CREATED = new OrderCreated("ann", "USD", null);

    private final Reminders reminders = new Reminders();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordSerdes serdes = new RecordSerdes(registry());
    private final TopologyHarness harness = harness(Duration.ZERO);

    private InMemorySchemaRegistry registry() {
        var registry = new InMemorySchemaRegistry();
        ProcessTopology.contract(reminders, reminders.process()).register(registry);
        return registry;
    }

    private TopologyHarness harness(Duration ahead) {
        return harness(ahead, LARGEST);
    }

    private TopologyHarness harness(Duration ahead, int largest) {
        return TopologyHarness.start(
                ProcessTopology.build(new ProcessPath<>(
                        reminders,
                        reminders.process(),
                        1,
                        largest,
                        1_000_000,
                        ahead,
                        serdes,
                        new Patience(Duration.ofSeconds(1)),
                        meters)),
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        ProcessTopology.applicationId(reminders, reminders.process()),
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2),
                NOON);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void tells_what_happened_as_events_of_the_instance() {
        event("10248", 1, CREATED);
        event("10249", 1, CREATED);
        event("10248", 2, new PaymentReceived("card", BigDecimal.ONE));

        var history = harness.received("orders.reminder.events");

        assertThat(history)
                .extracting(message -> EventHeaders.read(message.headers()).position())
                .containsExactly(1L, 2L, 3L);
        var headers = EventHeaders.read(history.getLast().headers());
        assertThat(headers)
                .returns("reminder:10248@2", EventHeaders::id)
                .returns("reminder", EventHeaders::aggregateType)
                .returns("10248", EventHeaders::subject)
                .returns(2L, EventHeaders::sequence)
                .returns("story", EventHeaders::correlationId)
                .returns("10248-2", EventHeaders::causationId)
                .returns("/orders/reminder/10248", EventHeaders::source);
        assertThat(read(history.getLast())).isInstanceOfSatisfying(ProcessAdvanced.class, advanced -> {
            assertThat(advanced.cancelledTimers()).containsExactly("forgotten");
            assertThat(advanced.state()).isEqualTo("{\"status\":\"CREATED\",\"orders\":2}");
        });
    }

    @Test
    void remembers_in_the_changelog_without_which_it_does_not_start() {
        event("10248", 1, CREATED);

        // The instance, its timer and the position.
        assertThat(harness.received(ProcessTopology.changelog(reminders, reminders.process())))
                .hasSize(3);
    }

    @Test
    void fires_a_timer_once_at_its_time_as_a_command_that_answers_to_the_inbox() {
        event("10248", 1, CREATED);
        harness.advance(Reminders.DAY.minusMillis(1));
        assertThat(harness.received("orders.outbox")).isEmpty();

        harness.advance(Duration.ofMillis(1));
        harness.advance(Reminders.DAY);

        var command = harness.received("orders.outbox");
        assertThat(command).hasSize(1);
        assertThat(new String(command.getFirst().key(), UTF_8)).isEqualTo("10248");
        assertThat(serdes.deserializer(OrderCommand.class)
                        .deserialize("", command.getFirst().value()))
                .isEqualTo(new CancelOrder("forgotten"));
        var headers = CommandHeaders.read(command.getFirst().headers());
        assertThat(headers)
                .returns("reminder:10248:1", CommandHeaders::id)
                .returns("order", CommandHeaders::aggregateType)
                .returns("story", CommandHeaders::correlationId)
                .returns("10248-1", CommandHeaders::causationId)
                .returns("ann", CommandHeaders::principal);
        assertThat(headers.replyTo()).asString().isEqualTo(INBOX + ":0");
        assertThat(history()).last().isInstanceOf(TimerFired.class);
    }

    @Test
    void fires_no_timer_that_was_cancelled() {
        event("10248", 1, CREATED);
        event("10248", 2, new PaymentReceived("card", BigDecimal.ONE));
        harness.advance(Reminders.DAY.multipliedBy(2));

        assertThat(harness.received("orders.outbox")).isEmpty();
    }

    @Test
    void fires_many_timers_in_the_order_of_their_times() {
        for (var order = 0; order < 1_200; order++) {
            harness.send(INBOX, message("o-" + order, 1, CREATED, NOON.minusSeconds(order)));
        }
        // A wake-up takes a limited number, and asks for the next.
        for (var wakeUps = 0; wakeUps < 5; wakeUps++) {
            harness.advance(wakeUps == 0 ? Reminders.DAY : Duration.ofMillis(1));
        }

        var commands = harness.received("orders.outbox");
        assertThat(commands).hasSize(1_200);
        assertThat(new String(commands.getFirst().key(), UTF_8)).isEqualTo("o-1199");
        assertThat(new String(commands.getLast().key(), UTF_8)).isEqualTo("o-0");
    }

    @Test
    void runs_its_timers_ahead_of_the_clock_if_it_is_told_to() {
        try (var ahead = harness(Reminders.DAY)) {
            ahead.send(INBOX, message("10248", 1, CREATED, NOON));
            ahead.advance(Duration.ofMillis(1));

            assertThat(ahead.received("orders.outbox")).hasSize(1);
        }
    }

    @Test
    void fails_at_an_answer_that_the_process_does_not_know_and_sends_again_when_retried() {
        event("10248", 1, CREATED);
        harness.advance(Reminders.DAY);
        refuse("10248", "reminder:10248:1");
        refuse("10248", "reminder:10248:1");
        assertThat(history())
                .last()
                .isInstanceOfSatisfying(
                        ProcessFailed.class, failed -> assertThat(failed.code()).isEqualTo("order-already-shipped"));

        retry("10248");
        retry("10248");

        assertThat(history())
                .singleElement()
                .isInstanceOfSatisfying(
                        ProcessRetried.class,
                        retried -> assertThat(retried.status()).isEqualTo(ProcessStatus.RUNNING));
        assertThat(harness.received("orders.outbox"))
                .extracting(command -> CommandHeaders.read(command.headers()).id())
                .containsExactly("reminder:10248:1", "reminder:10248:2");
    }

    @Test
    void holds_back_for_one_instance_while_others_go_on() {
        event("10248", 1, CREATED);
        event("10248", 2, new PaymentReceived("magic", BigDecimal.ONE));
        event("10248", 3, new PaymentReceived("card", BigDecimal.ONE));
        event("10249", 1, CREATED);
        assertThat(history())
                .extracting(Object::getClass)
                .containsExactly(ProcessAdvanced.class, ProcessFailed.class, InputHeld.class, ProcessAdvanced.class);

        reminders.mend();
        retry("10248");

        assertThat(history())
                .extracting(Object::getClass)
                .containsExactly(ProcessRetried.class, ProcessAdvanced.class, ProcessAdvanced.class);
    }

    @Test
    void parks_what_is_nothing_that_an_instance_can_be_told() {
        var unreadable = message("10248", 1, CREATED, NOON);
        harness.send(INBOX, new TestRecord<>(unreadable.key(), new byte[] {1, 2, 3}, unreadable.headers(), NOON));
        harness.send(INBOX, new TestRecord<>(unreadable.key(), unreadable.value(), new RecordHeaders(), NOON));
        harness.send(INBOX, new TestRecord<>(null, unreadable.value(), unreadable.headers(), NOON));

        assertThat(harness.received("orders.dead-letters"))
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetterHeaders.REASON).value(), UTF_8))
                .containsExactly("unreadable", "unreadable", "unreadable");
        event("10248", 1, CREATED);
        assertThat(history()).hasSize(1);
    }

    @Test
    void stands_still_at_what_only_another_build_knows() {
        var known = message("10248", 1, CREATED, NOON);
        var unknownType = serdes.serializer(StatusCount.class)
                .serialize("orders.order.events", new StatusCount(OrderStatus.CREATED, 1));
        var unknownAggregate = new RecordHeaders(known.headers());
        unknownAggregate.remove(HeaderNames.AGGREGATE_TYPE);
        unknownAggregate.add(HeaderNames.AGGREGATE_TYPE, "spaceship".getBytes(UTF_8));

        assertThatThrownBy(() -> harness.send(INBOX, new TestRecord<>(known.key(), unknownType, known.headers(), NOON)))
                .rootCause()
                .hasMessageContaining("StatusCount");
        assertThatThrownBy(
                        () -> harness.send(INBOX, new TestRecord<>(known.key(), known.value(), unknownAggregate, NOON)))
                .hasStackTraceContaining("It stands still at offset 1 of " + INBOX + "-0")
                .hasStackTraceContaining("spaceship");
        assertThat(harness.received("orders.dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.daybook.outcome.CommandPostponed", "dev.daybook.process.EndProcess"})
    void stands_still_at_answers_and_instructions_that_only_another_build_knows(String type) {
        var known = retryMessage("10248");
        known.headers().remove(HeaderNames.TYPE);
        known.headers().add(HeaderNames.TYPE, type.getBytes(UTF_8));

        assertThatThrownBy(() -> harness.send(INBOX, known))
                .hasStackTraceContaining("It stands still at offset 0 of " + INBOX + "-0")
                .hasStackTraceContaining(type);
        assertThat(harness.received("orders.dead-letters")).isEmpty();
    }

    @Test
    void passes_over_what_is_left_of_aggregates_that_it_hears_no_more() {
        event("10248", 1, CREATED);
        var left = message("10248", 2, CREATED, NOON);
        left.headers().remove(HeaderNames.AGGREGATE_TYPE);
        left.headers().add(HeaderNames.AGGREGATE_TYPE, "basket".getBytes(UTF_8));
        harness.send(INBOX, new TestRecord<>(left.key(), new byte[] {1, 2, 3}, left.headers(), NOON));
        event("10248", 2, CREATED);

        assertThat(history())
                .last()
                .isInstanceOfSatisfying(
                        ProcessAdvanced.class,
                        advanced -> assertThat(advanced.state()).contains("\"orders\":2"));
        assertThat(harness.received("orders.dead-letters")).isEmpty();
        assertThat(meters.get("daybook.process.passed")
                        .tag("aggregate", "basket")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void holds_back_more_than_an_instance_could_remember() {
        event("10248", 1, new PaymentReceived("magic", BigDecimal.ONE));
        for (var version = 2; version <= 20; version++) {
            event("10248", version, new PaymentReceived("m".repeat(LARGEST / 4), BigDecimal.ONE));
        }
        assertThat(harness.received("orders.dead-letters")).isEmpty();

        reminders.mend();
        retry("10248");

        assertThat(history())
                .last()
                .isInstanceOfSatisfying(
                        ProcessAdvanced.class,
                        advanced -> assertThat(advanced.state()).contains("\"orders\":20"));
    }

    @Test
    void fails_an_instance_that_cannot_be_remembered() {
        try (var small = harness(Duration.ZERO, 150)) {
            small.send(INBOX, message("10248", 1, CREATED, NOON));
            small.send(INBOX, message("10248", 2, CREATED, NOON));
            small.send(INBOX, retryMessage("10248"));

            assertThat(small.received("orders.dead-letters")).isEmpty();
            assertThat(small.received("orders.reminder.events"))
                    .extracting(this::read)
                    .satisfiesExactly(
                            failed ->
                                    assertThat(((ProcessFailed) failed).code()).isEqualTo("too-large"),
                            held -> assertThat(held).isInstanceOf(InputHeld.class),
                            failed ->
                                    assertThat(((ProcessFailed) failed).held()).isEqualTo(2));
        }
    }

    private List<ProcessEvent> history() {
        return harness.received("orders.reminder.events").stream()
                .map(this::read)
                .toList();
    }

    private ProcessEvent read(TestRecord<byte[], byte[]> message) {
        return serdes.deserializer(ProcessEvent.class).deserialize("", message.value());
    }

    private void event(String order, long version, OrderEvent event) {
        harness.send(INBOX, message(order, version, event, NOON));
    }

    private TestRecord<byte[], byte[]> message(String order, long version, OrderEvent event, Instant time) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        order + "-" + version,
                        event.getSchema().getFullName(),
                        EventHeaders.source("orders", "order", order),
                        order,
                        time,
                        "order",
                        version,
                        version,
                        "story",
                        "c-1",
                        "ann",
                        null)
                .write(headers);
        return record(order, headers, OrderEvent.class, "orders.order.events", event);
    }

    private void refuse(String instance, String commandId) {
        var outcome =
                new CommandRejected(commandId, "order", instance, 3, "order-already-shipped", "It is gone", Map.of());
        var headers = new RecordHeaders();
        new ReplyHeaders(
                        commandId,
                        outcome.getSchema().getFullName(),
                        EventHeaders.source("orders", "order", instance),
                        instance,
                        NOON,
                        "order",
                        false,
                        null)
                .write(headers);
        harness.send(INBOX, record(instance, headers, Outcome.class, "orders.replies", outcome));
    }

    private void retry(String instance) {
        harness.send(INBOX, retryMessage(instance));
    }

    private TestRecord<byte[], byte[]> retryMessage(String instance) {
        var retry = new RetryProcess();
        var headers = new RecordHeaders();
        new CommandHeaders(
                        "r-1", retry.getSchema().getFullName(), "reminder", NOON, null, null, null, "bob", null, null)
                .write(headers, "/test", instance);
        return record(instance, headers, ProcessInstruction.class, INBOX, retry);
    }

    private <M extends AvroRecord> TestRecord<byte[], byte[]> record(
            String key, Headers headers, Class<M> vocabulary, String topic, M message) {
        var value = serdes.serializer(vocabulary).serialize(topic, message);
        return new TestRecord<>(key.getBytes(UTF_8), value, headers, NOON);
    }
}
