package dev.daybook.client;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Chooses where a client's replies shall arrive. */
final class ReplyPartition {

    private ReplyPartition() {}

    /** The partition that is asked for, else any: clients that choose so spread over all. */
    static TopicPartition choose(Producer<?, ?> producer, String topic, Optional<Integer> wanted) {
        var count = count(producer, topic);
        int partition = wanted.orElseGet(() -> ThreadLocalRandom.current().nextInt(count));
        if (partition >= count) {
            throw new ClientException("Partition %d of replies is asked for, but the partitions of %s are 0 to %d"
                    .formatted(partition, topic, count - 1));
        }
        return new TopicPartition(topic, partition);
    }

    private static int count(Producer<?, ?> producer, String topic) {
        try {
            return producer.partitionsFor(topic).size();
        } catch (KafkaException e) {
            throw new ClientException(
                    "The partitions of %s cannot be asked for: is Kafka there, and does the topic exist?"
                            .formatted(topic),
                    e);
        }
    }
}
