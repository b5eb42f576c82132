package dev.daybook.gateway.dispatch;

import dev.daybook.avro.AvroRecord;
import dev.daybook.http.ProblemException;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The commands topics, as who appends to them sees them. Thread-safe. */
public final class CommandLog implements AutoCloseable {
    private static final String SOURCE = "/command-gateway";

    private final Producer<byte[], byte[]> producer;
    private final RecordSerdes serdes;
    private final Clock clock;
    private final Map<Class<?>, Serializer<AvroRecord>> serializers = new ConcurrentHashMap<>();

    public CommandLog(Producer<byte[], byte[]> producer, RecordSerdes serdes, Clock clock) {
        this.producer = producer;
        this.serdes = serdes;
        this.clock = clock;
    }

    /**
     * Appends a message; returns when it is durable.
     *
     * @throws ProblemException if it is not appended, or nobody knows whether it is
     */
    void append(Message message, @Nullable ReplyTo replyTo) {
        var entry = entry(message, replyTo);
        requireTopic(message);
        try {
            producer.send(entry).get();
        } catch (ExecutionException e) {
            throw failure(message, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AppendProblems.fateUnknown(message, e);
        } catch (IllegalStateException | KafkaException e) {
            throw failure(message, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<byte[], byte[]> entry(Message message, @Nullable ReplyTo replyTo) {
        var command = message.command();
        var headers = new RecordHeaders();
        new CommandHeaders(
                        message.id(),
                        message.payload().getSchema().getFullName(),
                        command.aggregate().name(),
                        clock.instant(),
                        message.expectedVersion(),
                        null,
                        null,
                        message.principal(),
                        message.traceparent(),
                        replyTo)
                .write(headers, SOURCE, command.aggregateId());
        var topic = command.aggregate().topic();
        var key = command.aggregateId().getBytes(StandardCharsets.UTF_8);
        try {
            var value = serializer(message.payload()).serialize(topic, headers, message.payload());
            return new ProducerRecord<>(topic, null, key, value, headers);
        } catch (RegistryUnavailableException e) {
            throw AppendProblems.notAppended(message, "the schema registry cannot be reached", e);
        }
    }

    /** Finds the topic first: what fails here has certainly not been sent. */
    private void requireTopic(Message message) {
        try {
            producer.partitionsFor(message.command().aggregate().topic());
        } catch (InterruptException e) {
            throw AppendProblems.notAppended(message, "the gateway is about to stop", e);
        } catch (IllegalStateException | KafkaException e) {
            throw AppendProblems.notAppended(message, "Kafka cannot be reached", e);
        }
    }

    private static ProblemException failure(Message message, Throwable cause) {
        return switch (cause) {
            case RecordTooLargeException e -> AppendProblems.tooLarge(message, e);
            case BufferExhaustedException e -> AppendProblems.notAppended(message, "too much waits to be sent", e);
            case AuthenticationException e ->
                AppendProblems.notAppended(message, "Kafka does not trust the gateway", e);
            case AuthorizationException e -> AppendProblems.notAppended(message, "the gateway may not append", e);
            case IllegalStateException e -> AppendProblems.notAppended(message, "the gateway is about to stop", e);
            default -> AppendProblems.fateUnknown(message, cause);
        };
    }

    private Serializer<AvroRecord> serializer(AvroRecord payload) {
        return serializers.computeIfAbsent(payload.getClass(), type -> serializerOf(type));
    }

    @SuppressWarnings("unchecked") // It is found by the class of what it serializes.
    private Serializer<AvroRecord> serializerOf(Class<?> type) {
        return serdes.serializer((Class<AvroRecord>) type);
    }
}
