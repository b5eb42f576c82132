package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Wire;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes commands to their topic as fast as it can, as a plain producer: no headers, and nobody waits for replies. */
final class Backlog {
    private final String bootstrapServers;
    private final Wire wire;

    Backlog(String bootstrapServers, Wire wire) {
        this.bootstrapServers = bootstrapServers;
        this.wire = wire;
    }

    /** Writes so many commands of a mix and returns when all are there. */
    void write(OrderMix mix, int commands) {
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = producer()) {
            for (int i = 0; i < commands; i++) {
                var _ = producer.send(wire.plain(mix.next()), (place, e) -> {
                    if (e != null) {
                        failure.set(e);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The backlog could not be written", failure.get());
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
