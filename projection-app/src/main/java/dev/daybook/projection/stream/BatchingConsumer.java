package dev.daybook.projection.stream;

import dev.daybook.projection.ledger.Batches;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread: before it fetches more it has written what the thread's ledgers have posted, and it
 * commits no offset beyond that. Kafka Streams commits between two events, and knows nothing of what is not written.
 */
final class BatchingConsumer extends KafkaConsumer<byte[], byte[]> {

    BatchingConsumer(Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        Batches.ofThisThread().write();
        return super.poll(timeout);
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        var batches = Batches.ofThisThread();
        var committable = new HashMap<TopicPartition, OffsetAndMetadata>();
        offsets.forEach((partition, asked) -> committable.put(partition, batches.committable(partition, asked)));
        super.commitSync(committable);
    }
}
