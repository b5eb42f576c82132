package dev.daybook.processes.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.daybook.orders.OrderCancelled;
import dev.daybook.orders.OrderConfirmed;
import dev.daybook.orders.OrderEvent;
import dev.daybook.orders.OrderStatus;
import dev.daybook.orders.StatusCount;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.PublicHeaders;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.streams.StandstillException;
import dev.daybook.streams.wire.Patience;
import dev.daybook.testkit.InMemorySchemaRegistry;
import dev.daybook.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicationTopologyTest {
    private static final String EVENTS = "orders.order.events";
    private static final String PUBLISHED = "public.orders";
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final OrderEvent CANCELLED = new OrderCancelled("changed my mind", true);
    private static final OrderEvent CONFIRMED = new OrderConfirmed(new BigDecimal("168.00"), List.of());

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final RecordSerdes serdes = new RecordSerdes(registry);
    private final List<TopologyHarness> harnesses = new ArrayList<>();

    @AfterEach
    void close() {
        harnesses.forEach(TopologyHarness::close);
    }

    @Test
    void tells_others_what_concerns_them_with_the_state_after_it() {
        var run = start(new CountedOrders());

        send(run, "10248", 1, CANCELLED);
        send(run, "10248", 2, CONFIRMED);
        send(run, "10249", 1, CONFIRMED);

        assertThat(run.received(PUBLISHED))
                .extracting(message -> new String(message.key(), UTF_8), this::read)
                .containsExactly(
                        tuple("10248", new StatusCount(OrderStatus.CONFIRMED, 2)),
                        tuple("10249", new StatusCount(OrderStatus.CONFIRMED, 1)));
    }

    @Test
    void says_where_an_integration_event_comes_from_and_nothing_of_who_made_it() {
        var run = start(new CountedOrders());

        send(run, "10248", 1, CONFIRMED);

        var message = run.received(PUBLISHED).getFirst();
        assertThat(PublicHeaders.read(message.headers()))
                .isEqualTo(new PublicHeaders(
                        "command-1:1",
                        "dev.daybook.orders.StatusCount",
                        "/orders/order/10248",
                        "10248",
                        NOON,
                        "conversation-1",
                        "command-1",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(message.getRecordTime()).isEqualTo(NOON);
        assertThat(StreamSupport.stream(message.headers().spliterator(), false).map(header -> header.key()))
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "content-type",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_correlationid",
                        "ce_causationid",
                        "traceparent");
    }

    @Test
    void publishes_nothing_twice_when_events_come_again() {
        var run = start(new CountedOrders());
        send(run, "10248", 1, CONFIRMED);
        send(run, "10248", 2, CONFIRMED);
        run.received(PUBLISHED);

        send(run, "10248", 1, CONFIRMED);
        send(run, "10248", 2, CONFIRMED);
        send(run, "10248", 3, CONFIRMED);

        assertThat(run.received(PUBLISHED))
                .extracting(this::read)
                .containsExactly(new StatusCount(OrderStatus.CONFIRMED, 3));
    }

    @Test
    void goes_on_after_a_restart_where_it_was() {
        var before = start(new CountedOrders());
        send(before, "10248", 1, CANCELLED);
        var after = start(new CountedOrders());
        copyStore(before, after);

        send(after, "10248", 2, CONFIRMED);

        assertThat(after.received(PUBLISHED))
                .extracting(this::read)
                .containsExactly(new StatusCount(OrderStatus.CONFIRMED, 2));
    }

    @Test
    void publishes_the_same_from_the_same_events() {
        var first = start(new CountedOrders());
        var second = start(new CountedOrders());
        for (var run : List.of(first, second)) {
            send(run, "10248", 1, CONFIRMED);
            send(run, "10249", 1, CANCELLED);
            send(run, "10249", 2, CONFIRMED);
        }

        assertThat(second.received(PUBLISHED))
                .usingRecursiveFieldByFieldElementComparator()
                .hasSize(2)
                .isEqualTo(first.received(PUBLISHED));
    }

    @Test
    void stands_still_rather_than_leave_an_event_out() {
        var run = start(new CountedOrders());
        send(run, "10248", 1, CONFIRMED);

        assertStandsStill(
                () -> send(run, "10248", 3, CONFIRMED), "version 3 of '10248', of which version 1 is remembered");
    }

    @Test
    void stands_still_at_an_event_that_it_cannot_read() {
        var run = start(new CountedOrders());

        assertStandsStill(
                () -> run.send(
                        EVENTS, new TestRecord<>("10248".getBytes(UTF_8), new byte[] {7}, headers("10248", 1), NOON)),
                "it cannot be read");
        assertStandsStill(
                () -> run.send(
                        EVENTS, new TestRecord<>("10248".getBytes(UTF_8), value(CONFIRMED), new RecordHeaders(), NOON)),
                "ce_id");
    }

    @Test
    void stands_still_at_an_event_at_which_the_translation_throws() {
        var run = start(new CountedOrders(event -> event instanceof OrderConfirmed));
        send(run, "10248", 1, CANCELLED);

        assertStandsStill(() -> send(run, "10248", 2, CONFIRMED), "broken translation");
    }

    @Test
    void stands_still_at_what_does_not_fit_into_a_message() {
        var run = start(new CountedOrders(), 5);

        assertStandsStill(() -> send(run, "10248", 1, CONFIRMED), "a message holds at most 5");
    }

    @Test
    void remembers_in_the_changelog_without_which_it_does_not_start() {
        var orders = new CountedOrders();
        var run = start(orders);

        send(run, "10248", 1, CONFIRMED);

        assertThat(run.received(PublicationTopology.changelog(orders, orders.publication())))
                .hasSize(1);
    }

    @Test
    void cannot_run_without_the_schema_of_what_it_remembers() {
        var orders = new CountedOrders();

        assertThat(PublicationTopology.contract(orders, orders.publication()).subjects())
                .extracting(Contract.Subject::name)
                .contains(
                        "public.orders-dev.daybook.orders.StatusCount",
                        "orders-order-publication-order-published-changelog-dev.daybook.orders.StatusCount");
    }

    private static void assertStandsStill(ThrowingCallable sending, String why) {
        assertThatThrownBy(sending)
                .hasStackTraceContaining(StandstillException.class.getName())
                .hasStackTraceContaining(EVENTS + "-0")
                .hasStackTraceContaining(why);
    }

    private TopologyHarness start(CountedOrders orders) {
        return start(orders, 1_000_000);
    }

    private TopologyHarness start(CountedOrders orders, int largestPayload) {
        PublicationTopology.contract(orders, orders.publication()).register(registry);
        var harness = TopologyHarness.start(
                PublicationTopology.build(new PublicationPath<>(
                        orders,
                        orders.publication(),
                        largestPayload,
                        serdes,
                        new Patience(Duration.ofSeconds(10)),
                        new SimpleMeterRegistry())),
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        PublicationTopology.applicationId(orders, orders.publication()),
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2,
                        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                        true),
                NOON);
        harnesses.add(harness);
        return harness;
    }

    private void send(TopologyHarness run, String id, long version, OrderEvent event) {
        run.send(EVENTS, new TestRecord<>(id.getBytes(UTF_8), value(event), headers(id, version), NOON));
    }

    private byte[] value(OrderEvent event) {
        return serdes.serializer(OrderEvent.class).serialize(EVENTS, event);
    }

    private StatusCount read(TestRecord<byte[], byte[]> message) {
        return serdes.deserializer(StatusCount.class).deserialize(PUBLISHED, message.value());
    }

    private static RecordHeaders headers(String id, long version) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        "command-1:" + version,
                        "dev.daybook.orders.OrderConfirmed",
                        EventHeaders.source("orders", "order", id),
                        id,
                        NOON,
                        "order",
                        version,
                        version,
                        "conversation-1",
                        "command-1",
                        "alice",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .write(headers);
        return headers;
    }

    private static void copyStore(TopologyHarness from, TopologyHarness to) {
        var target = to.<byte[], byte[]>store("order-published");
        try (var entries = from.<byte[], byte[]>store("order-published").all()) {
            entries.forEachRemaining(entry -> target.put(entry.key, entry.value));
        }
    }
}
