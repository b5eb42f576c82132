package dev.daybook.processor.topology;

import static dev.daybook.processor.topology.WriteSide.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.orders.AddItem;
import dev.daybook.orders.ConfirmOrder;
import dev.daybook.orders.CreateOrder;
import dev.daybook.orders.OrderCreated;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.EventRef;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.processor.command.Rules;
import dev.daybook.processor.topology.WriteSide.Event;
import dev.daybook.processor.topology.WriteSide.Reply;
import dev.daybook.streams.wire.Patience;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessorTopologyTest {
    private static final CreateOrder CREATE = new CreateOrder("ALFKI", "USD", null);
    private static final AddItem ADD = new AddItem("42", 2, new BigDecimal("9.80"), BigDecimal.ZERO);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final WriteSide side = new WriteSide(new OrdersContext());

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void appends_events_with_every_header_and_the_time_of_the_log() {
        side.send("10248", "c-1", CREATE);
        side.send("10248", "c-2", ADD, 1L, NOON.plusSeconds(5));

        var events = side.events();

        assertThat(events)
                .extracting(Event::headers)
                .containsExactly(
                        new EventHeaders(
                                "c-1:1",
                                "dev.daybook.orders.OrderCreated",
                                "/orders/order/10248",
                                "10248",
                                NOON,
                                "order",
                                1,
                                1,
                                "conversation-1",
                                "c-1",
                                "alice",
                                TRACE),
                        new EventHeaders(
                                "c-2:1",
                                "dev.daybook.orders.ItemAdded",
                                "/orders/order/10248",
                                "10248",
                                NOON.plusSeconds(5),
                                "order",
                                2,
                                2,
                                "conversation-1",
                                "c-2",
                                "alice",
                                TRACE));
        assertThat(events.getFirst().payload()).isEqualTo(new OrderCreated("ALFKI", "USD", null));
        assertThat(events.getFirst().message().key()).isEqualTo("10248".getBytes(UTF_8));
        assertThat(events.getLast().message().getRecordTime()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void remembers_in_the_changelog_without_which_it_does_not_start() {
        side.send("10248", "c-1", CREATE);

        // The watermark, the state and the outcome.
        assertThat(side.changes()).hasSize(3);
    }

    @Test
    void writes_events_that_the_cloud_events_sdk_reads() {
        side.send("10248", "c-1", CREATE);

        var message = side.events().getFirst().message();
        try (var deserializer = new CloudEventDeserializer()) {
            var event = deserializer.deserialize(WriteSide.EVENTS, message.headers(), message.value());

            assertThat(event.getSpecVersion()).hasToString("1.0");
            assertThat(event.getId()).isEqualTo("c-1:1");
            assertThat(event.getType()).isEqualTo("dev.daybook.orders.OrderCreated");
            assertThat(event.getSource()).isEqualTo(URI.create("/orders/order/10248"));
            assertThat(event.getSubject()).isEqualTo("10248");
            assertThat(event.getTime()).isEqualTo(OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC));
            assertThat(event.getDataContentType()).isEqualTo("application/avro");
            assertThat(event.getExtension("aggregatetype")).isEqualTo("order");
            assertThat(event.getExtension("sequence")).isEqualTo("1");
            assertThat(event.getExtension("position")).isEqualTo("1");
            assertThat(event.getExtension("correlationid")).isEqualTo("conversation-1");
            assertThat(event.getExtension("causationid")).isEqualTo("c-1");
            assertThat(event.getExtension("principal")).isEqualTo("alice");
            assertThat(event.getData()).isEqualTo(BytesCloudEventData.wrap(message.value()));
        }
    }

    @Test
    void takes_a_command_that_has_only_a_key_and_a_value() {
        side.sendRaw("10248", side.value(CREATE), new RecordHeaders(), NOON);

        var headers = side.events().getFirst().headers();

        assertThat(headers.id()).isEqualTo("orders.order.commands-0-0:1");
        assertThat(headers.causationId()).isEqualTo("orders.order.commands-0-0");
        assertThat(headers.correlationId()).isEqualTo("orders.order.commands-0-0");
        assertThat(headers.principal()).isNull();
        assertThat(side.replies()).isEmpty();
    }

    @Test
    void answers_under_the_key_that_the_sender_waits_for() {
        side.send("10248", "c-1", CREATE);

        var reply = side.reply();

        assertThat(reply.key()).isEqualTo("waiter-1");
        assertThat(reply.headers().commandId()).isEqualTo("c-1");
        assertThat(reply.headers().type()).isEqualTo("dev.daybook.outcome.CommandAccepted");
        assertThat(reply.headers().traceparent()).isEqualTo(TRACE);
        assertThat(reply.headers().replayed()).isFalse();
        assertThat(reply.outcome())
                .isEqualTo(new CommandAccepted(
                        "c-1",
                        "order",
                        "10248",
                        1,
                        0,
                        1,
                        List.of(new EventRef("c-1:1", "dev.daybook.orders.OrderCreated", 1))));
    }

    @Test
    void answers_under_the_command_id_who_names_no_key() {
        side.sendRaw("10248", side.value(CREATE), replyTo(WriteSide.REPLIES, 0, null), NOON);

        assertThat(side.reply().key()).isEqualTo("c-1");
    }

    @Test
    void answers_a_repeated_command_with_its_first_outcome() {
        side.send("10248", "c-1", CREATE);
        side.send("10248", "c-2", ADD);
        side.send("10248", "c-1", CREATE);

        var replies = side.replies();

        assertThat(side.events()).hasSize(2);
        assertThat(replies.getLast().outcome()).isEqualTo(replies.getFirst().outcome());
        assertThat(replies).extracting(reply -> reply.headers().replayed()).containsExactly(false, false, true);
    }

    @Test
    void tells_refusals_conflicts_and_reused_ids_without_an_event() {
        side.send("10248", "c-1", new ConfirmOrder());
        side.send("10248", "c-2", CREATE, 3L, NOON);
        side.send("10248", "c-2", CREATE, 0L, NOON);

        assertThat(side.replies())
                .extracting(Reply::outcome)
                .satisfiesExactly(
                        refused -> assertThat(refused)
                                .isInstanceOfSatisfying(
                                        CommandRejected.class,
                                        rejected -> assertThat(rejected.code()).isEqualTo("order-not-found")),
                        conflict -> assertThat(conflict).isEqualTo(new VersionConflict("c-2", "order", "10248", 3, 0)),
                        reused -> assertThat(reused).isEqualTo(new CommandIdReused("c-2", "order", "10248")));
        assertThat(side.events()).isEmpty();
    }

    @Test
    void tells_what_became_of_a_command() {
        side.send("10248", "c-1", CREATE);
        var first = side.reply();
        side.ask("10248", "c-1");
        side.ask("10248", "c-2");
        side.ask("10249", "c-1");

        assertThat(side.replies())
                .extracting(Reply::outcome)
                .containsExactly(
                        first.outcome(),
                        new OutcomeUnknown("c-2", "order", "10248"),
                        new OutcomeUnknown("c-1", "order", "10249"));
        assertThat(side.events()).hasSize(1);
    }

    @Test
    void forgets_outcomes_after_the_window_whether_or_not_they_are_swept() {
        KeyValueStore<byte[], byte[]> memory = side.harness().store("order-memory");
        side.send("10248", "c-1", CREATE);
        side.send("10249", "c-2", CREATE, null, NOON.plus(WriteSide.WINDOW).minusMillis(1));
        side.send("10250", "c-3", CREATE, null, NOON.plus(WriteSide.WINDOW));
        assertThat(outcomes(memory)).isEqualTo(3);
        side.replies();
        side.ask("10248", "c-1");
        assertThat(side.reply().outcome()).isInstanceOf(OutcomeUnknown.class);

        for (var i = 0; i < 300; i++) {
            side.send("later-" + i, "c-later-" + i, CREATE, null, NOON.plus(WriteSide.WINDOW));
        }
        assertThat(outcomes(memory)).isEqualTo(302);
        side.replies();
        side.ask("10248", "c-1");
        assertThat(side.reply().outcome()).isInstanceOf(OutcomeUnknown.class);
        assertThat(side.meters()
                        .get("daybook.outcomes.swept")
                        .tag("aggregate", "order")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void waits_for_a_registry_that_is_away() {
        var value = side.value(CREATE);
        side.registry().leaveFor(2);

        side.sendRaw("10248", value, new RecordHeaders(), NOON);

        assertThat(side.registry().isBack()).isTrue();
        assertThat(side.events()).hasSize(1);
        assertThat(side.deadLetters()).isEmpty();
    }

    @Test
    void asks_the_registry_for_nothing_twice() {
        side.send("10248", "c-1", CREATE);
        side.send("10248", "c-2", ADD);
        var answered = side.registry().answered();

        for (var i = 3; i < 100; i++) {
            side.send("10248", "c-" + i, ADD);
        }

        assertThat(side.registry().answered()).isEqualTo(answered);
    }

    @Test
    void counts_commands_by_outcome() {
        side.send("10248", "c-1", CREATE);
        side.send("10248", "c-1", CREATE);
        side.send("10248", "c-2", CREATE);

        assertThat(commands("accepted")).isEqualTo(1);
        assertThat(commands("replayed")).isEqualTo(1);
        assertThat(commands("rejected")).isEqualTo(1);
    }

    @Test
    void writes_no_reply_to_a_foreign_topic_or_to_a_partition_that_is_not_there() {
        var value = side.value(CREATE);
        side.sendRaw("10248", value, replyTo("orders.order.events", 0, "a"), NOON);
        side.sendRaw("10249", value, replyTo("other.replies", 0, "a"), NOON);
        side.sendRaw("10250", value, replyTo(WriteSide.REPLIES, 1, "a"), NOON);

        assertThat(side.events()).hasSize(3);
        assertThat(side.replies()).isEmpty();
    }

    @Test
    void keeps_ids_of_all_scripts() {
        side.send("заказ №1", "c-1", CREATE);

        var headers = side.events().getFirst().headers();
        assertThat(headers.subject()).isEqualTo("заказ №1");
        assertThat(URI.create(headers.source()).getPath()).isEqualTo("/orders/order/заказ №1");
    }

    @Test
    void names_its_nodes_and_stores_for_ever() {
        var path = new WritePath(
                new OrdersContext(),
                Map.of("order", 1, "inventory", 1),
                new Rules(WriteSide.WINDOW, 1_000),
                1_000,
                new RecordSerdes(side.registry()),
                new Patience(WriteSide.WINDOW),
                side.meters());

        assertThat(ProcessorTopology.build(path).describe().toString()).isEqualToNormalizingNewlines("""
            Topologies:
               Sub-topology: 0
                Source: order-commands (topics: [orders.order.commands])
                  --> order-decide
                Processor: order-decide (stores: [order-memory])
                  --> order-dead-letters, order-events, order-to-orders.fulfillment.inbox, order-to-orders.replies
                  <-- order-commands
                Sink: order-dead-letters (topic: orders.dead-letters)
                  <-- order-decide
                Sink: order-events (topic: orders.order.events)
                  <-- order-decide
                Sink: order-to-orders.fulfillment.inbox (topic: orders.fulfillment.inbox)
                  <-- order-decide
                Sink: order-to-orders.replies (topic: orders.replies)
                  <-- order-decide

              Sub-topology: 1
                Source: inventory-commands (topics: [orders.inventory.commands])
                  --> inventory-decide
                Processor: inventory-decide (stores: [inventory-memory])
                  --> inventory-dead-letters, inventory-events, inventory-to-orders.fulfillment.inbox, inventory-to-orders.replies
                  <-- inventory-commands
                Sink: inventory-dead-letters (topic: orders.dead-letters)
                  <-- inventory-decide
                Sink: inventory-events (topic: orders.inventory.events)
                  <-- inventory-decide
                Sink: inventory-to-orders.fulfillment.inbox (topic: orders.fulfillment.inbox)
                  <-- inventory-decide
                Sink: inventory-to-orders.replies (topic: orders.replies)
                  <-- inventory-decide

            """);
    }

    private double commands(String outcome) {
        return side.meters()
                .get("daybook.commands")
                .tag("aggregate", "order")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static RecordHeaders replyTo(String topic, int partition, @Nullable String key) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        "c-1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new ReplyTo(topic, partition, key, Ack.COMMITTED))
                .write(headers, "/test", "subject");
        return headers;
    }

    private static long outcomes(KeyValueStore<byte[], byte[]> memory) {
        try (var entries = memory.range(new byte[] {2}, null)) {
            var count = 0;
            while (entries.hasNext()) {
                entries.next();
                count++;
            }
            return count;
        }
    }
}
