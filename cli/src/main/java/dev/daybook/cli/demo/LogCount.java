package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A count of the events topics themselves, read from the broker as any consumer reads committed events.
 *
 * @param events all events of orders
 * @param ofCommands those that follow from the demo's commands
 * @param ofFulfillment those of the sample's orders that follow from the commands of their fulfillment
 * @param distinct how many of all these have an id of their own: fewer if one was appended twice
 * @param changedSince sample orders with other events besides, by anyone who tried a command
 * @param ofEarlierRelease sample orders that were shipped without being fulfilled, as they were before there was stock
 * @param received the products of which the demo has received its stock
 * @param stockByOthers events of stock that follow neither from the demo's commands nor from the fulfillment of its orders
 */
record LogCount(
        long events,
        long ofCommands,
        long ofFulfillment,
        long distinct,
        Set<String> changedSince,
        Set<String> ofEarlierRelease,
        Set<String> received,
        long stockByOthers) {
    static final String TOPIC = "orders.order.events";

    private static final String STOCK_TOPIC = "orders.inventory.events";
    private static final String FULFILLMENT = "fulfillment:";

    static LogCount of(String bootstrapServers, Set<String> orderIds) {
        var config = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.CLIENT_ID_CONFIG, "daybook-demo");
        var counter = new Counter(orderIds);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            each(TOPIC, consumer, event -> counter.countOrder(event.key(), id(event)));
            each(STOCK_TOPIC, consumer, event -> counter.countStock(event.key(), id(event)));
        }
        return counter.result();
    }

    private static void each(
            String topic, KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> action) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions).entrySet();
        while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(500)).forEach(action);
        }
    }

    private static String id(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_id").value(), UTF_8);
    }

    /** The events of the sample, by whichever commands. */
    long ofSample() {
        return ofCommands + ofFulfillment;
    }

    /** Counts the events one by one. */
    static final class Counter {
        private final Set<String> orderIds;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> changedSince = new HashSet<>();
        private final Set<String> shipped = new HashSet<>();
        private final Set<String> fulfilled = new HashSet<>();
        private final Set<String> received = new HashSet<>();
        private long events;
        private long ofCommands;
        private long ofFulfillment;
        private long stockByOthers;

        Counter(Set<String> orderIds) {
            this.orderIds = orderIds;
        }

        void countOrder(String orderId, String eventId) {
            events++;
            if (eventId.startsWith(SampleCommand.KEY_PREFIX)) {
                ofCommands++;
                ids.add(eventId);
                if (eventId.startsWith(SampleCommand.shipmentKey(orderId))) {
                    shipped.add(orderId);
                }
            } else if (orderIds.contains(orderId)) {
                if (eventId.startsWith(FULFILLMENT)) {
                    ofFulfillment++;
                    ids.add(eventId);
                    fulfilled.add(orderId);
                } else {
                    changedSince.add(orderId);
                }
            }
        }

        void countStock(String productId, String eventId) {
            if (eventId.startsWith(SampleCommand.KEY_PREFIX)) {
                received.add(productId);
            } else if (!isOfSampleOrder(eventId)) {
                stockByOthers++;
            }
        }

        /** The ids of its commands are {@code fulfillment:<order>:<n>}. */
        private boolean isOfSampleOrder(String eventId) {
            if (!eventId.startsWith(FULFILLMENT)) {
                return false;
            }
            var end = eventId.indexOf(':', FULFILLMENT.length());
            return end > 0 && orderIds.contains(eventId.substring(FULFILLMENT.length(), end));
        }

        LogCount result() {
            var ofEarlierRelease = new HashSet<>(shipped);
            ofEarlierRelease.removeAll(fulfilled);
            ofEarlierRelease.removeAll(changedSince);
            return new LogCount(
                    events,
                    ofCommands,
                    ofFulfillment,
                    ids.size(),
                    Set.copyOf(changedSince),
                    Set.copyOf(ofEarlierRelease),
                    Set.copyOf(received),
                    stockByOthers);
        }
    }
}
