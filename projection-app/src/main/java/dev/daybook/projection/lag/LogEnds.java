package dev.daybook.projection.lag;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up where the log ends: the position of the last event of each partition. Only the event itself tells it, since
 * offsets count the markers of transactions too. Thread-safe; one look at a time.
 */
public final class LogEnds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogEnds.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;

    private LogEnds(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Looks with a consumer of its own, which belongs to no group. */
    public static LogEnds with(Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        return new LogEnds(new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** The position of the last event by partition, 0 where there is none; what cannot be seen in time is left out. */
    public synchronized Map<Integer, Long> of(String topic, int partitions) {
        var all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try {
            return new Look(consumer, all, TIMEOUT).positions();
        } catch (KafkaException e) {
            LOG.warn("Cannot see where {} ends", topic, e);
            return Map.of();
        }
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
