package dev.daybook.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is committed on a topic. It is read on from where it was read to, so that it can be looked at often. Thread-safe. */
final class CommittedTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    CommittedTopic(String bootstrapServers, String topic) {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All of it, those of a partition in their order. */
    synchronized List<ConsumerRecord<byte[], byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(read::add);
        }
        return List.copyOf(read);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
