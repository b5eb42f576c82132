package dev.daybook.benchmarks.rebuild;

import dev.daybook.benchmarks.load.Usage;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.orders.OrderEvent;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** The peer: a plain consumer on one thread that decodes each event, headers and payload, and keeps nothing. */
final class BareConsumer {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Deserializer<OrderEvent> payloads;
    /** Kept, so that no compiler finds that nobody looks at it. */
    @SuppressWarnings("unused")
    private volatile @Nullable Object last;

    BareConsumer(String bootstrapServers, RecordSerdes serdes) {
        this.bootstrapServers = bootstrapServers;
        this.payloads = serdes.deserializer(OrderEvent.class);
    }

    /** Settings that are not Kafka's defaults: what makes it fast, and what a view reads with. */
    static Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }

    /** Reads all events so many times. */
    Took read(int passes) {
        var config = new HashMap<>(settings());
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Wire.EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            var all = new Took(0, Usage.NONE);
            for (int pass = 0; pass < passes; pass++) {
                consumer.seekToBeginning(partitions);
                var more = pass(consumer);
                all = new Took(all.events() + more.events(), all.usage().plus(more.usage()));
            }
            return all;
        }
    }

    /** Reads to the ends; it counts from the arrival of the first events on. */
    private Took pass(KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        var messages = consumer.poll(POLL);
        while (messages.isEmpty()) {
            messages = consumer.poll(POLL);
        }
        var begin = Usage.now();
        long events = messages.count();
        messages.forEach(message -> last = decode(message));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            messages = consumer.poll(POLL);
            events += messages.count();
            messages.forEach(message -> last = decode(message));
        }
        return new Took(events, begin.since());
    }

    private Object decode(ConsumerRecord<byte[], byte[]> message) {
        var metadata = EventHeaders.read(message.headers()).metadata();
        return Map.entry(metadata, payloads.deserialize(message.topic(), message.headers(), message.value()));
    }
}
