package dev.daybook.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.Trigger;
import dev.daybook.streams.deadletter.DeadLetterHeaders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SieveTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProcessEvent HELD = new InputHeld(new Trigger("c-1:1", "T", "order", "10248"));
    private static final Map<String, Topics.Content> TOPICS = Map.of(
            "orders.order.commands", new Topics.Content(Topics.Kind.COMMANDS, "order"),
            "orders.order.events", new Topics.Content(Topics.Kind.EVENTS, "order"),
            "orders.fulfillment.events", new Topics.Content(Topics.Kind.STEPS, "fulfillment"),
            "orders.dead-letters", new Topics.Content(Topics.Kind.DEAD_LETTERS, "orders"));

    private final Sieve sieve = new Sieve("story-1", TOPICS, (_, value) -> {
        if (value.length == 0) {
            throw new IllegalArgumentException("No event");
        }
        return HELD;
    });

    @Test
    void takes_the_commands_of_its_story_and_no_others() {
        assertThat(take("orders.order.commands", command("c-1", "story-1")))
                .contains(new Message.Command(
                        new Ref("order", "10248", "c-1"),
                        "dev.daybook.orders.ConfirmOrder",
                        TIME,
                        "cause",
                        "story-1",
                        "alice",
                        "orders.order.commands-3-7"));
        assertThat(take("orders.order.commands", command("c-1", "story-2"))).isEmpty();
        assertThat(take("orders.order.commands", command("story-1", "story-2"))).isEmpty();
    }

    @Test
    void takes_a_command_that_begins_the_story() {
        assertThat(take("orders.order.commands", command("story-1", null))).isPresent();
        assertThat(take("orders.order.commands", command("c-1", null))).isEmpty();
    }

    @Test
    void knows_a_command_without_headers_by_its_place() {
        var byPlace = new Sieve("orders.order.commands-3-7", TOPICS, (_, _) -> HELD);

        assertThat(byPlace.take(message("orders.order.commands", new RecordHeaders())))
                .contains(new Message.Command(
                        new Ref("order", "10248", "orders.order.commands-3-7"),
                        null,
                        TIME,
                        null,
                        "orders.order.commands-3-7",
                        null,
                        "orders.order.commands-3-7"));
    }

    @Test
    void passes_over_questions_about_commands() {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        "q-1",
                        "dev.daybook.inquiry.FindOutcome",
                        "order",
                        TIME,
                        null,
                        "story-1",
                        null,
                        null,
                        null,
                        null)
                .write(headers, "/test", "10248");

        assertThat(take("orders.order.commands", headers)).isEmpty();
    }

    @Test
    void takes_events() {
        assertThat(take("orders.order.events", event("order", "story-1")))
                .contains(new Message.Event(new Ref("order", "10248", "e-1"), 4, "T", TIME, "c-1", "story-1", "alice"));
        assertThat(take("orders.order.events", event("order", "story-2"))).isEmpty();
    }

    @Test
    void decodes_what_happened_to_instances_of_processes() {
        assertThat(take("orders.fulfillment.events", event("fulfillment", "story-1")))
                .contains(
                        new Message.Step(new Ref("fulfillment", "10248", "e-1"), 4, "T", TIME, "c-1", "story-1", HELD));
    }

    @Test
    void takes_what_cannot_be_decoded_too() {
        var torn = new ConsumerRecord<>(
                "orders.fulfillment.events",
                3,
                7,
                TIME.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "10248".getBytes(UTF_8),
                new byte[0],
                event("fulfillment", "story-1"),
                Optional.empty());

        assertThat(sieve.take(torn))
                .contains(
                        new Message.Step(new Ref("fulfillment", "10248", "e-1"), 4, "T", TIME, "c-1", "story-1", null));
    }

    @Test
    void takes_dead_letters_under_what_they_were() {
        assertThat(take("orders.dead-letters", dead(command("c-1", "story-1"))))
                .contains(new Message.DeadLetter(
                        new Ref("order", "10248", "c-1"),
                        TIME,
                        "story-1",
                        "unreadable",
                        "It is torn",
                        "orders.order.commands-1-5"));
        assertThat(take("orders.dead-letters", dead(command("c-1", "story-2")))).isEmpty();
    }

    @Test
    void takes_dead_letters_of_messages_on_their_way_under_what_they_say_they_were() {
        var sent = from("orders.outbox", dead(command("c-1", "story-1")));
        var told = from("orders.fulfillment.inbox", dead(event("inventory", "story-1")));

        assertThat(take("orders.dead-letters", sent).map(SieveTest::ref)).contains(new Ref("order", "10248", "c-1"));
        assertThat(take("orders.dead-letters", told).map(SieveTest::ref))
                .contains(new Ref("inventory", "10248", "e-1"));
    }

    @Test
    void leaves_what_it_need_not_decode() {
        var headersOnly = new Sieve("story-1", TOPICS, null);

        assertThat(headersOnly.take(message("orders.fulfillment.events", event("fulfillment", "story-1"))))
                .contains(
                        new Message.Step(new Ref("fulfillment", "10248", "e-1"), 4, "T", TIME, "c-1", "story-1", null));
    }

    @Test
    void leaves_dead_letters_that_do_not_say_what_they_were_until_commands_are_known() {
        var bare = dead(new RecordHeaders());
        bare.add(DeadLetterHeaders.OMITTED, "1000000".getBytes(UTF_8));

        assertThat(take("orders.dead-letters", bare)).isEmpty();
        assertThat(sieve.candidate(message("orders.dead-letters", bare), new Clues()))
                .contains(new Message.DeadLetter(
                        null, TIME, null, "unreadable", "It is torn", "orders.order.commands-1-5"));
    }

    private Optional<Message> take(String topic, Headers headers) {
        return sieve.take(message(topic, headers));
    }

    private static ConsumerRecord<byte[], byte[]> message(String topic, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                3,
                7,
                TIME.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "10248".getBytes(UTF_8),
                new byte[] {1},
                headers,
                Optional.empty());
    }

    private static Headers command(String id, @Nullable String correlationId) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        id,
                        "dev.daybook.orders.ConfirmOrder",
                        "order",
                        TIME,
                        null,
                        correlationId,
                        "cause",
                        "alice",
                        null,
                        null)
                .write(headers, "/test", "10248");
        return headers;
    }

    private static Headers event(String owner, String correlationId) {
        var headers = new RecordHeaders();
        new EventHeaders("e-1", "T", "/source", "10248", TIME, owner, 4, 9, correlationId, "c-1", "alice", null)
                .write(headers);
        return headers;
    }

    private static @Nullable Ref ref(Message letter) {
        return ((Message.DeadLetter) letter).ref();
    }

    private static Headers from(String topic, Headers headers) {
        headers.remove(DeadLetterHeaders.TOPIC);
        return headers.add(DeadLetterHeaders.TOPIC, topic.getBytes(UTF_8));
    }

    private static Headers dead(Headers headers) {
        return headers.add(DeadLetterHeaders.REASON, "unreadable".getBytes(UTF_8))
                .add(DeadLetterHeaders.MESSAGE, "It is torn".getBytes(UTF_8))
                .add(DeadLetterHeaders.TOPIC, "orders.order.commands".getBytes(UTF_8))
                .add(DeadLetterHeaders.PARTITION, "1".getBytes(UTF_8))
                .add(DeadLetterHeaders.OFFSET, "5".getBytes(UTF_8));
    }
}
