package dev.daybook.streams.pace;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of a stream thread: it sends when the thread's pace says so, and tells it of commits. */
final class PacedProducer extends KafkaProducer<byte[], byte[]> {

    PacedProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void beginTransaction() {
        Pace.ofThisThread().sendsWith(this::flush);
        super.beginTransaction();
    }

    @Override
    public void commitTransaction() {
        super.commitTransaction();
        Pace.ofThisThread().committed();
    }
}
