package dev.daybook.processor.pace;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells the {@link Pace} of a stream thread what its consumer fetches. Kafka makes it, and calls it on that thread. */
public final class FetchWatch implements ConsumerInterceptor<byte[], byte[]> {

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        Pace.ofThisThread().fetched(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Kafka Streams commits with its producer.
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // There is nothing to configure.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
