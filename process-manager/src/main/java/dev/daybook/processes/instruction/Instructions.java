package dev.daybook.processes.instruction;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryException;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.process.ProcessInstruction;
import dev.daybook.process.RetryProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sends to instances of business processes what people tell them. Thread-safe. */
public final class Instructions implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<ProcessInstruction> serializer;

    public Instructions(Map<String, Object> kafka, RecordSerdes serdes) {
        this.serializer = serdes.serializer(ProcessInstruction.class);
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Tells an instance to go on after a failure, and returns when that is durable.
     *
     * @param principal on whose behalf, if known
     * @throws UntoldException if Kafka or the schema registry does not take it; it may still come to the instance
     */
    void retry(BoundedContext context, BusinessProcess<?, ?> process, String instanceId, @Nullable String principal)
            throws InterruptedException {
        var topic = new ContextTopics(context.name()).inbox(process.name());
        try {
            var value = serializer.serialize(topic, new RetryProcess());
            producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            instanceId.getBytes(StandardCharsets.UTF_8),
                            value,
                            headers(context, process, instanceId, principal)))
                    .get();
        } catch (ExecutionException e) {
            throw new UntoldException(topic, e.getCause());
        } catch (KafkaException | RegistryException e) {
            throw new UntoldException(topic, e);
        }
    }

    private static RecordHeaders headers(
            BoundedContext context, BusinessProcess<?, ?> process, String instanceId, @Nullable String principal) {
        var headers = new RecordHeaders();
        var id = UUID.randomUUID().toString();
        new CommandHeaders(
                        id,
                        RetryProcess.CODEC.fullName(),
                        process.name(),
                        Instant.now(),
                        null,
                        id,
                        null,
                        principal,
                        null,
                        null)
                .write(headers, EventHeaders.source(context.name(), process.name(), instanceId), instanceId);
        return headers;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
