package dev.daybook.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A count of the events topic itself, read from the broker as any consumer reads committed events.
 *
 * @param events all events in the topic
 * @param ofCommands those that follow from the demo's commands
 * @param ofFulfillment those of the sample's orders that follow from the commands of their fulfillment
 * @param distinct how many of all these have an id of their own: fewer if one was appended twice
 * @param changedSince sample orders with other events besides, by anyone who tried a command
 */
record LogCount(long events, long ofCommands, long ofFulfillment, long distinct, Set<String> changedSince) {
    static final String TOPIC = "orders.order.events";

    private static final String FULFILLMENT = "fulfillment:";

    static LogCount of(String bootstrapServers, Set<String> orderIds) {
        var config = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.CLIENT_ID_CONFIG, "daybook-demo");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions).entrySet();
            var counter = new Counter(orderIds);
            while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(counter::count);
            }
            return counter.result();
        }
    }

    /** The events of the sample, by whichever commands. */
    long ofSample() {
        return ofCommands + ofFulfillment;
    }

    private static final class Counter {
        private final Set<String> orderIds;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> changedSince = new HashSet<>();
        private long events;
        private long ofCommands;
        private long ofFulfillment;

        Counter(Set<String> orderIds) {
            this.orderIds = orderIds;
        }

        void count(ConsumerRecord<String, byte[]> event) {
            events++;
            var id = new String(event.headers().lastHeader("ce_id").value(), UTF_8);
            if (id.startsWith(SampleCommand.KEY_PREFIX)) {
                ofCommands++;
                ids.add(id);
            } else if (orderIds.contains(event.key())) {
                if (id.startsWith(FULFILLMENT)) {
                    ofFulfillment++;
                    ids.add(id);
                } else {
                    changedSince.add(event.key());
                }
            }
        }

        LogCount result() {
            return new LogCount(events, ofCommands, ofFulfillment, ids.size(), Set.copyOf(changedSince));
        }
    }
}
