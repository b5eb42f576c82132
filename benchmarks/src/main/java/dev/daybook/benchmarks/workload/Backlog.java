package dev.daybook.benchmarks.workload;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes commands to their topic as fast as it can, as a plain producer: no headers, and nobody waits for replies. */
public final class Backlog {
    private final String bootstrapServers;
    private final Wire wire;

    public Backlog(String bootstrapServers, Wire wire) {
        this.bootstrapServers = bootstrapServers;
        this.wire = wire;
    }

    /** Writes commands and returns when all are there. */
    public void write(Iterable<Step> commands) {
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = producer()) {
            for (var command : commands) {
                var _ = producer.send(wire.plain(command), (place, e) -> {
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
