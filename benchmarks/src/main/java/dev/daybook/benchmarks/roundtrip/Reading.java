package dev.daybook.benchmarks.roundtrip;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** A thread that hands over what a consumer reads, record by record, until it is closed. */
final class Reading implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    private Reading(KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("load-raw").daemon().start(() -> read(reader));
    }

    static Reading of(KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        return new Reading(consumer, reader);
    }

    private void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(reader);
            }
        } catch (WakeupException e) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
