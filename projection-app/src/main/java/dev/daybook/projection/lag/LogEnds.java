package dev.daybook.projection.lag;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private static final Duration POLL = Duration.ofMillis(100);
    /** How many offsets before the end a look begins; it begins eight times as far back as long as it sees no event. */
    private static final long FIRST_STEP = 8;

    private final Consumer<byte[], byte[]> consumer;

    LogEnds(Consumer<byte[], byte[]> consumer) {
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
        var positions = new HashMap<Integer, Long>();
        try {
            var all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            var begins = consumer.beginningOffsets(all);
            var ends = consumer.endOffsets(all);
            for (var partition : all) {
                look(partition, begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L))
                        .ifPresent(position -> positions.put(partition.partition(), position));
            }
        } catch (KafkaException | MalformedHeaderException e) {
            LOG.warn("Cannot see where {} ends", topic, e);
        }
        return positions;
    }

    private Optional<Long> look(TopicPartition partition, long begin, long end) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        consumer.assign(List.of(partition));
        for (var step = FIRST_STEP; ; step *= FIRST_STEP) {
            var from = Math.max(begin, end - step);
            consumer.seek(partition, from);
            var last = Optional.<Long>empty();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    return Optional.empty();
                }
                var seen = consumer.poll(POLL).records(partition);
                last = seen.isEmpty() ? last : Optional.of(position(seen.getLast()));
            }
            if (last.isPresent() || from == begin) {
                return Optional.of(last.orElse(0L));
            }
        }
    }

    private static long position(ConsumerRecord<byte[], byte[]> event) {
        return EventHeaders.read(event.headers()).position();
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
