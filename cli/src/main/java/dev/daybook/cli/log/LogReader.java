package dev.daybook.cli.log;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed of topics, all partitions side by side, in no group. For one thread. */
public final class LogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;

    private LogReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** A reader with what the caller gives to Kafka clients. */
    public static LogReader with(Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What is deleted while it reads is gone either way.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        return new LogReader(new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** The partitions of those of some topics that there are. */
    public Set<TopicPartition> partitions(Collection<String> topics) {
        var partitions = new HashSet<TopicPartition>();
        consumer.listTopics().forEach((topic, its) -> {
            if (topics.contains(topic)) {
                its.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            }
        });
        return partitions;
    }

    /** Where partitions begin, or what they hold since a time. */
    public Map<TopicPartition, Long> beginnings(Set<TopicPartition> partitions, @Nullable Instant since) {
        if (since == null || since.isBefore(Instant.EPOCH)) {
            return consumer.beginningOffsets(partitions);
        }
        var wanted = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> wanted.put(partition, since.toEpochMilli()));
        var beginnings = ends(partitions);
        consumer.offsetsForTimes(wanted).forEach((partition, found) -> {
            if (found != null) {
                beginnings.put(partition, found.offset());
            }
        });
        return beginnings;
    }

    /** Where the committed part of partitions ends now. */
    public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    /** Who hears how many offsets are behind, of how many. */
    @FunctionalInterface
    public interface Progress {
        /** Hears nothing. */
        Progress NONE = (_, _) -> {};

        void reach(long done, long total);
    }

    /** Who takes what is read. */
    @FunctionalInterface
    public interface Action {
        /** Takes a record; returns whether to go on. */
        boolean take(ConsumerRecord<byte[], byte[]> found);
    }

    /**
     * Reads partitions, each in its order, up to an end or until that is enough.
     *
     * @param from the first offsets
     * @param to the offsets after the last
     */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Action action, Progress progress) {
        var left = new HashSet<>(from.keySet());
        left.removeIf(partition -> offset(partition, from) >= offset(partition, to));
        var total = left.stream()
                .mapToLong(partition -> offset(partition, to) - offset(partition, from))
                .sum();
        consumer.assign(left);
        left.forEach(partition -> consumer.seek(partition, offset(partition, from)));
        var moved = System.nanoTime();
        long done = 0;
        while (!left.isEmpty()) {
            for (var found : consumer.poll(POLL)) {
                if (found.offset() < offset(new TopicPartition(found.topic(), found.partition()), to)
                        && !action.take(found)) {
                    return;
                }
            }
            if (left.removeIf(partition -> consumer.position(partition) >= offset(partition, to))) {
                consumer.assign(left);
            }
            var now = total
                    - left.stream()
                            .mapToLong(partition -> offset(partition, to) - consumer.position(partition))
                            .sum();
            if (now > done) {
                moved = System.nanoTime();
                done = now;
                progress.reach(done, total);
            } else if (System.nanoTime() - moved > SILENCE.toNanos()) {
                throw new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "Nothing has come from " + left + " for " + SILENCE.toSeconds() + " s. Is a broker down?");
            }
        }
    }

    /** Reads what is appended to partitions from now on, until that is enough. */
    public void follow(Map<TopicPartition, Long> from, Action action) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        while (true) {
            for (var found : consumer.poll(POLL)) {
                if (!action.take(found)) {
                    return;
                }
            }
        }
    }

    private static long offset(TopicPartition partition, Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    @Override
    public void close() {
        try {
            consumer.close();
        } catch (KafkaException e) {
            // Nothing is lost with it.
        }
    }
}
