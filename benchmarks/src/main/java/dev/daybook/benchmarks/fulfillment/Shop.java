package dev.daybook.benchmarks.fulfillment;

import dev.daybook.avro.AvroRecord;
import dev.daybook.benchmarks.load.Latencies;
import dev.daybook.benchmarks.load.Usage;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.workload.OrderScript;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.orders.InventoryCommand;
import dev.daybook.orders.MarkReadyToShip;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.ShipOrder;
import dev.daybook.orders.fulfillment.FulfillmentProcess;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A shop: it keeps so many orders under way, sends each up to its payment at once, and ships what it reads to be ready and paid. It
 * speaks plain Kafka, and so nobody waits for replies. For one thread.
 */
final class Shop implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String HISTORY = Wire.TOPICS.events(FulfillmentProcess.FULFILLMENT.name());

    private final RecordSerdes serdes;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<ProcessEvent> history;

    Shop(BenchStack stack) {
        serdes = stack.serdes();
        history = serdes.deserializer(ProcessEvent.class);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * What a day in the shop was like.
     *
     * @param untilReady from the event that confirms an order to the one that says it is ready, as the shop read them
     */
    record Day(Usage usage, Latencies untilReady) {}

    /** Takes orders from the first to the last, so many at a time. */
    Day run(Way way, String prefix, int count, int atATime) {
        listen(way);
        var orders = new Orders(way);
        var random = new SplittableRandom(prefix.hashCode());
        var begin = Usage.now();
        var begun = new AtomicInteger();
        await(orders, count, () -> {
            while (begun.get() < count && orders.underWay() < atATime) {
                open(id(prefix, begun.getAndIncrement()), orders, random);
            }
        });
        return new Day(begin.since(), orders.untilReady());
    }

    /** Notes where the history of the process ends, while the process is away. */
    void listenToProcess() {
        listen(Way.FULFILLED);
    }

    /** Returns when the process has caught up with the orders of a day that went without it. */
    void awaitProcess(String prefix, int count) {
        var orders = new Orders(Way.FULFILLED);
        for (var order = 0; order < count; order++) {
            orders.begin(id(prefix, order));
        }
        await(orders, count, () -> {});
    }

    private void await(Orders orders, int count, Runnable beforeEachLook) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (orders.ended() < count) {
            beforeEachLook.run();
            consumer.poll(POLL).forEach(event -> hear(event, orders));
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Only %d of %d orders ended within %s".formatted(orders.ended(), count, PATIENCE));
            }
        }
    }

    private static String id(String prefix, int order) {
        return prefix + "-" + order;
    }

    /** Fills the shelves, for good. */
    void stock(String productId, InventoryCommand command) {
        send("inventory", productId, InventoryCommand.class, command);
        producer.flush();
    }

    private void listen(Way way) {
        var topics = way == Way.FULFILLED ? List.of(Wire.EVENTS, HISTORY) : List.of(Wire.EVENTS);
        var partitions = topics.stream().flatMap(this::partitions).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private Stream<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()));
    }

    private void open(String id, Orders orders, SplittableRandom random) {
        orders.begin(id);
        OrderScript.commands(random).forEach(command -> send(id, command));
    }

    private void hear(ConsumerRecord<byte[], byte[]> event, Orders orders) {
        var id = new String(event.key(), StandardCharsets.UTF_8);
        if (event.topic().equals(HISTORY)) {
            if (history.deserialize(HISTORY, event.value()) instanceof ProcessAdvanced advanced
                    && advanced.status() == ProcessStatus.COMPLETED) {
                orders.end(id);
            }
            return;
        }
        var type = new String(event.headers().lastHeader(HeaderNames.TYPE).value(), StandardCharsets.UTF_8);
        switch (orders.happened(id, type, System.nanoTime())) {
            case NOTHING -> {}
            case MARK_READY_AND_SHIP -> {
                send(id, new MarkReadyToShip());
                ship(id);
            }
            case SHIP -> ship(id);
        }
    }

    private void ship(String id) {
        send(id, new ShipOrder("Federal Shipping", "NR-" + id));
    }

    private void send(String id, OrderCommand command) {
        send(Wire.AGGREGATE, id, OrderCommand.class, command);
    }

    private <C extends AvroRecord> void send(String aggregate, String id, Class<C> vocabulary, C command) {
        var topic = Wire.TOPICS.commands(aggregate);
        var value = serdes.serializer(vocabulary).serialize(topic, command);
        var _ = producer.send(new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
