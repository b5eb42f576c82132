package dev.daybook.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is committed on a topic that a test fills. It is read on from where it was read to, so that it can be looked at often, and
 * kept. Thread-safe.
 */
final class CommittedTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    /** How long one look may take. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** How many records are kept. */
    private static final int LARGEST = 200_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    CommittedTopic(String bootstrapServers, String topic) {
        this.topic = topic;
        var config = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * All of it, those of a partition in their order.
     *
     * @throws EmbeddedException if it cannot be read in time, or is more than is kept
     */
    synchronized List<ConsumerRecord<byte[], byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        var deadline = System.nanoTime() + BOUND.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedException(
                        "The topic %s must be read up to %s within %s, but is at %s"
                                .formatted(topic, ends, BOUND, positions()),
                        null);
            }
            consumer.poll(POLL).forEach(read::add);
            if (read.size() > LARGEST) {
                throw new EmbeddedException(
                        "At most %d records of %s are kept, but there are %d: read a topic so large with a consumer"
                                .formatted(LARGEST, topic, read.size()),
                        null);
            }
        }
        return List.copyOf(read);
    }

    private Map<TopicPartition, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
