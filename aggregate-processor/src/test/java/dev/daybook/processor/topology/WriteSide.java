package dev.daybook.processor.topology;

import dev.daybook.avro.AvroRecord;
import dev.daybook.core.BoundedContext;
import dev.daybook.inquiry.FindOutcome;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.OrderEvent;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.ReplyHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.processor.command.Rules;
import dev.daybook.processor.store.StoreNames;
import dev.daybook.streams.wire.Patience;
import dev.daybook.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The production topology over the test driver, spoken to as gateways and other producers do. */
final class WriteSide implements AutoCloseable {
    static final String COMMANDS = "orders.order.commands";
    static final String EVENTS = "orders.order.events";
    static final String REPLIES = "orders.replies";
    static final String DEAD_LETTERS = "orders.dead-letters";
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    static final Duration WINDOW = Duration.ofHours(24);
    static final ReplyTo REPLY_TO = new ReplyTo(REPLIES, 0, "waiter-1", Ack.COMMITTED);

    private final FlakyRegistry registry;
    private final RecordSerdes serdes;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Serializer<OrderCommand> commands;
    private final String application;
    private final TopologyHarness harness;

    /** An event with its headers. */
    record Event(EventHeaders headers, OrderEvent payload, TestRecord<byte[], byte[]> message) {}

    /** A reply with its headers. */
    record Reply(String key, ReplyHeaders headers, Outcome outcome) {}

    WriteSide(BoundedContext context) {
        this(context, new FlakyRegistry(), 1, 1_000_000);
    }

    WriteSide(BoundedContext context, FlakyRegistry registry, int partitions, int largestPayload) {
        this.registry = registry;
        this.application = ProcessorTopology.applicationId(context);
        this.serdes = new RecordSerdes(registry);
        this.commands = serdes.serializer(OrderCommand.class);
        ProcessorTopology.contract(context).register(registry);
        var path = new WritePath(
                context,
                Map.of("order", partitions, "inventory", partitions),
                new Rules(WINDOW, largestPayload),
                2_000_000,
                serdes,
                new Patience(Duration.ofSeconds(10)),
                meters);
        harness = TopologyHarness.start(
                ProcessorTopology.build(path),
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        application,
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2,
                        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                        true),
                NOON);
    }

    FlakyRegistry registry() {
        return registry;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    TopologyHarness harness() {
        return harness;
    }

    /** Sends a command as a gateway does. */
    void send(String aggregateId, String commandId, OrderCommand command) {
        send(aggregateId, commandId, command, null, NOON);
    }

    /** Sends a command as a gateway does. */
    void send(
            String aggregateId, String commandId, OrderCommand command, @Nullable Long expectedVersion, Instant time) {
        var type = command.getSchema().getFullName();
        sendRaw(aggregateId, value(command), headers(commandId, type, expectedVersion), time);
    }

    /** Asks what became of a command. */
    void ask(String aggregateId, String commandId) {
        sendRaw(
                aggregateId,
                value(FindOutcome.class, new FindOutcome(commandId)),
                headers("probe-1", FindOutcome.CODEC.fullName(), null),
                NOON);
    }

    /** Sends any bytes. */
    void sendRaw(@Nullable String key, byte @Nullable [] value, Headers headers, Instant time) {
        sendRaw(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, headers, time);
    }

    /** Sends any bytes. */
    @SuppressWarnings("NullAway") // Kafka is not annotated: a message may have neither key nor value.
    void sendRaw(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Instant time) {
        harness.send(COMMANDS, new TestRecord<>(key, value, headers, time));
    }

    /** A command in its wire format. */
    byte[] value(OrderCommand command) {
        return commands.serialize(COMMANDS, command);
    }

    /** A record in its wire format. */
    <M extends AvroRecord> byte[] value(Class<M> vocabulary, M message) {
        return serdes.serializer(vocabulary).serialize(COMMANDS, message);
    }

    /** The headers of a command that is answered. */
    static Headers headers(String commandId, String type, @Nullable Long expectedVersion) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        commandId,
                        type,
                        "order",
                        NOON.minusSeconds(1),
                        expectedVersion,
                        "conversation-1",
                        null,
                        "alice",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        REPLY_TO)
                .write(headers, "/test", "subject");
        return headers;
    }

    /** The events since this was last asked. */
    List<Event> events() {
        var deserializer = serdes.deserializer(OrderEvent.class);
        return harness.received(EVENTS).stream()
                .map(message -> new Event(
                        EventHeaders.read(message.headers()),
                        deserializer.deserialize(EVENTS, message.value()),
                        message))
                .toList();
    }

    /** The replies since this was last asked. */
    List<Reply> replies() {
        var deserializer = serdes.deserializer(Outcome.class);
        return harness.received(REPLIES).stream()
                .map(message -> new Reply(
                        new String(message.key(), StandardCharsets.UTF_8),
                        ReplyHeaders.read(message.headers()),
                        deserializer.deserialize(REPLIES, message.value())))
                .toList();
    }

    /** The one reply since this was last asked. */
    Reply reply() {
        var replies = replies();
        if (replies.size() != 1) {
            throw new AssertionError("Expected one reply, but there are " + replies);
        }
        return replies.getFirst();
    }

    /** The dead letters since this was last asked. */
    List<TestRecord<byte[], byte[]>> deadLetters() {
        return harness.received(DEAD_LETTERS);
    }

    /** The changes of what is remembered of orders since this was last asked. */
    List<TestRecord<byte[], byte[]>> changes() {
        return harness.received(StoreNames.changelog(application, "order"));
    }

    @Override
    public void close() {
        harness.close();
    }
}
