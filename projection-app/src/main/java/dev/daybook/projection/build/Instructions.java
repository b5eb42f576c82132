package dev.daybook.projection.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.viewbuild.BuildInstruction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends instructions about builds. Whoever sends one learns what became of it when it comes back in the order of all of
 * them, from whatever instance. Thread-safe.
 */
final class Instructions implements AutoCloseable {
    private static final int TIMEOUT_MS = 15_000;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<BuildInstruction> serializer;
    private final Map<String, CompletableFuture<Plan.Verdict>> asked = new ConcurrentHashMap<>();

    Instructions(String topic, Map<String, Object> kafka, RecordSerdes serdes) {
        this.topic = topic;
        this.serializer = serdes.serializer(BuildInstruction.class);
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Sends an instruction and waits for what becomes of it.
     *
     * @throws UnheardException if that is not known in time; it may still come to hold
     */
    Plan.Verdict send(BuildInstruction instruction) throws InterruptedException {
        var id = Plans.requestId(instruction);
        var verdict = new CompletableFuture<Plan.Verdict>();
        asked.put(id, verdict);
        try {
            var key = Plans.view(instruction).getBytes(UTF_8);
            producer.send(new ProducerRecord<>(topic, 0, key, serializer.serialize(topic, instruction)))
                    .get();
            return verdict.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new UnheardException(topic, e);
        } finally {
            asked.remove(id);
        }
    }

    /** Tells who sent an instruction, if that was here, what became of it. */
    void settle(BuildInstruction instruction, Plan.Verdict verdict) {
        var waiting = asked.get(Plans.requestId(instruction));
        if (waiting != null) {
            waiting.complete(verdict);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
