package dev.daybook.processes.world;

import dev.daybook.avro.AvroRecord;
import dev.daybook.core.BoundedContext;
import dev.daybook.orders.context.OrdersContext;
import dev.daybook.orders.fulfillment.FulfillmentProcess;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.processes.forward.Routes;
import dev.daybook.processes.topology.ProcessPath;
import dev.daybook.processes.topology.ProcessTopology;
import dev.daybook.processor.command.Rules;
import dev.daybook.processor.topology.ProcessorTopology;
import dev.daybook.processor.topology.WritePath;
import dev.daybook.streams.wire.Patience;
import dev.daybook.testkit.InMemorySchemaRegistry;
import dev.daybook.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Everything between a command and the end of a process: the topology of the aggregate processor, that of the process
 * {@code fulfillment}, and the routes of the forwarders, each topic with one partition. Whoever has something to read can be made to
 * take the next step, in any order.
 *
 * <p>A crash is a forwarder that begins again some messages back, since an exactly-once application that crashes between two
 * transactions has not done what it had begun, and so nothing. For one thread.
 */
final class World implements AutoCloseable {
    static final ContextTopics TOPICS = new ContextTopics("orders");
    static final String INBOX = TOPICS.inbox("fulfillment");
    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private static final BoundedContext CONTEXT = new OrdersContext();
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(1));

    private final RecordSerdes serdes;
    private final TopologyHarness processor;
    private final TopologyHarness process;
    private final Map<String, List<TestRecord<byte[], byte[]>>> log = new TreeMap<>();
    private final Map<Reader, Integer> offsets = new TreeMap<>();
    private final Function<ConsumerRecord<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> router;
    private final Function<ConsumerRecord<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> relay;
    private Instant now = START;
    private int commands;

    /** Who reads which topic. */
    enum Reader {
        ORDERS(TOPICS.commands("order")),
        INVENTORY(TOPICS.commands("inventory")),
        ROUTER_OF_ORDERS(TOPICS.events("order")),
        ROUTER_OF_INVENTORY(TOPICS.events("inventory")),
        PROCESS(INBOX),
        RELAY(TOPICS.outbox());

        private final String topic;

        Reader(String topic) {
            this.topic = topic;
        }
    }

    World() {
        var registry = new InMemorySchemaRegistry();
        serdes = new RecordSerdes(registry);
        ProcessorTopology.contract(CONTEXT).register(registry);
        ProcessTopology.contract(CONTEXT, FulfillmentProcess.FULFILLMENT).register(registry);
        processor = harness(
                ProcessorTopology.applicationId(CONTEXT),
                ProcessorTopology.build(new WritePath(
                        CONTEXT,
                        Map.of("order", 1, "inventory", 1),
                        new Rules(Duration.ofHours(24), 1_000_000),
                        1_000_000,
                        serdes,
                        PATIENCE,
                        new SimpleMeterRegistry())));
        process = harness(
                ProcessTopology.applicationId(CONTEXT, FulfillmentProcess.FULFILLMENT),
                ProcessTopology.build(new ProcessPath<>(
                        CONTEXT,
                        FulfillmentProcess.FULFILLMENT,
                        1,
                        1_000_000,
                        1_000_000,
                        Duration.ZERO,
                        serdes,
                        PATIENCE,
                        new SimpleMeterRegistry())));
        router = Routes.router(CONTEXT, FulfillmentProcess.FULFILLMENT, serdes, PATIENCE);
        relay = Routes.relay(CONTEXT);
    }

    private static TopologyHarness harness(String applicationId, Topology topology) {
        return TopologyHarness.start(
                topology,
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        applicationId,
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2,
                        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                        true),
                START);
    }

    /** Appends a command of a client. */
    <C extends AvroRecord> void send(String aggregate, String id, C command) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        "c-" + ++commands,
                        command.getSchema().getFullName(),
                        aggregate,
                        now,
                        null,
                        "story-" + id,
                        null,
                        null,
                        null,
                        null)
                .write(headers, "/test", id);
        var topic = TOPICS.commands(aggregate);
        append(topic, id.getBytes(StandardCharsets.UTF_8), value(topic, command), headers);
    }

    @SuppressWarnings("unchecked") // A serializer of the class that it is found by.
    private byte[] value(String topic, AvroRecord record) {
        var type = (Class<AvroRecord>) record.getClass();
        return serdes.serializer(type).serialize(topic, record);
    }

    /** Lets a reader take its next message; false if there is none. */
    boolean step(Reader reader) {
        var messages = log(reader.topic);
        var offset = offsets.getOrDefault(reader, 0);
        if (offset >= messages.size()) {
            return false;
        }
        offsets.put(reader, offset + 1);
        var message = messages.get(offset);
        switch (reader) {
            case ORDERS, INVENTORY -> processor.send(reader.topic, message);
            case PROCESS -> process.send(reader.topic, message);
            case ROUTER_OF_ORDERS, ROUTER_OF_INVENTORY -> forward(reader, offset, message, router);
            case RELAY -> forward(reader, offset, message, relay);
        }
        collect();
        return true;
    }

    private void forward(
            Reader reader,
            int offset,
            TestRecord<byte[], byte[]> message,
            Function<ConsumerRecord<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> route) {
        var record = new ConsumerRecord<>(
                reader.topic,
                0,
                offset,
                message.timestamp(),
                TimestampType.CREATE_TIME,
                message.key().length,
                message.value().length,
                message.key(),
                message.value(),
                message.headers(),
                Optional.empty());
        route.apply(record).forEach(out -> append(out.topic(), out.key(), out.value(), out.headers()));
    }

    /** A forwarder dies, and begins again up to {@code most} messages back. */
    void crash(Reader forwarder, Random random, int most) {
        var offset = offsets.getOrDefault(forwarder, 0);
        offsets.put(forwarder, offset - random.nextInt(Math.min(offset, most) + 1));
    }

    /** Moves all clocks on. */
    void advance(Duration time) {
        now = now.plus(time);
        processor.advance(time);
        process.advance(time);
        collect();
    }

    /** Lets everybody read until there is nothing more to read. */
    void settle() {
        var busy = true;
        while (busy) {
            busy = false;
            for (var reader : Reader.values()) {
                while (step(reader)) {
                    busy = true;
                }
            }
        }
    }

    /** All that is in a topic. */
    List<TestRecord<byte[], byte[]>> log(String topic) {
        return log.computeIfAbsent(topic, _ -> new ArrayList<>());
    }

    /** All messages of a topic, read. */
    <M extends AvroRecord> List<M> read(String topic, Class<M> vocabulary) {
        var deserializer = serdes.deserializer(vocabulary);
        return log(topic).stream()
                .map(message -> vocabulary.cast(deserializer.deserialize(topic, message.value())))
                .toList();
    }

    private void collect() {
        for (var topic : List.of(
                TOPICS.events("order"), TOPICS.events("inventory"), INBOX, TOPICS.replies(), TOPICS.deadLetters())) {
            log(topic).addAll(processor.received(topic));
        }
        for (var topic : List.of(TOPICS.events("fulfillment"), TOPICS.outbox(), TOPICS.deadLetters())) {
            log(topic).addAll(process.received(topic));
        }
    }

    private void append(String topic, byte[] key, byte[] value, Headers headers) {
        log(topic).add(new TestRecord<>(key, value, headers, now));
    }

    @Override
    public void close() {
        processor.close();
        process.close();
    }
}
