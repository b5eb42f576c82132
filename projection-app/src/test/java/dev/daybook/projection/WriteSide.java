package dev.daybook.projection;

import dev.daybook.core.BoundedContext;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.orders.OrderEvent;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.projection.ledger.Shards;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The events of a context, written in transactions as the write side does it. */
final class WriteSide implements AutoCloseable {
    static final int PARTITIONS = 4;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<OrderLog> partitions;
    private final Shards<?> shards = new Shards<>("log", PARTITIONS);
    private final HttpSchemaRegistry registry;

    WriteSide(BoundedContext context, EmbeddedStack stack) {
        topic = new ContextTopics(context.name()).events("order");
        var config = new HashMap<String, Object>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, context.name());
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        registry = new HttpSchemaRegistry(RegistryConfig.of(stack.registryUrl()));
        partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(_ -> new OrderLog(registry))
                .toList();
    }

    /** Writes events in a transaction; returns the token of the last. */
    String commit(String orderId, OrderEvent... events) {
        var partition = shards.of(orderId).partition();
        var log = partitions.get(partition);
        write(partition, log, orderId, events);
        producer.commitTransaction();
        return "order:" + partition + ":" + log.position();
    }

    /** Writes events in a transaction that does not come to be. */
    void abort(String orderId, OrderEvent... events) {
        var partition = shards.of(orderId).partition();
        var wouldBe = new OrderLog(registry);
        write(partition, wouldBe, orderId, events);
        producer.abortTransaction();
    }

    List<Long> positions() {
        return partitions.stream().map(OrderLog::position).toList();
    }

    private void write(int partition, OrderLog log, String orderId, OrderEvent... events) {
        var before = log.events().size();
        log.append(orderId, events);
        producer.beginTransaction();
        for (var event : log.events().subList(before, log.events().size())) {
            var _ = producer.send(
                    new ProducerRecord<>(topic, partition, null, event.key(), event.value(), event.headers()));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
