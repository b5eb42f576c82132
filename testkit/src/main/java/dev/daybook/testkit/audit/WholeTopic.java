package dev.daybook.testkit.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic that is read from its first record to its last.
 *
 * @param kafka how Kafka is reached
 * @param patience how long transactions that are still open are waited for
 */
public record WholeTopic(Map<String, Object> kafka, String name, Duration patience) {
    private static final Duration POLL = Duration.ofMillis(500);

    /** Hands over all records, those of a partition in their order. */
    public void read(IsolationLevel level, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        var ends = ends();
        try (var consumer = consumer(level)) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + patience.toNanos();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(reader);
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + patience.toNanos();
                }
                requireTime(deadline);
            }
        }
    }

    /** Where all partitions end, with what is not committed. */
    private Map<TopicPartition, Long> ends() {
        try (var consumer = consumer(IsolationLevel.READ_UNCOMMITTED)) {
            var partitions = partitions(consumer);
            consumer.beginningOffsets(partitions).forEach((partition, first) -> {
                if (first > 0) {
                    throw new IncompleteLogException(name, partition + " begins at offset " + first + " already");
                }
            });
            return consumer.endOffsets(partitions);
        }
    }

    private void requireTime(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new IncompleteLogException(name, "a transaction on it is open since more than " + patience);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel level) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, level.toString().toLowerCase(Locale.ROOT));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
