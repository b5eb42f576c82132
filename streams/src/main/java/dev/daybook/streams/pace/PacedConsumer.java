package dev.daybook.streams.pace;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer of a stream thread: it tells the thread's pace what it fetches, and returns when a commit is due. */
final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {

    PacedConsumer(Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        var pace = Pace.ofThisThread();
        var records = super.poll(pace.untilDue(timeout));
        pace.fetched(records);
        return records;
    }
}
