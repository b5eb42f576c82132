package dev.daybook.client;

import dev.daybook.avro.AvroRecord;
import dev.daybook.client.AppendException.Reason;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.topic.ContextTopics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

/** The commands topics of a context, as who appends to them sees them. Thread-safe. */
final class CommandLog implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final RecordSerdes serdes;
    private final Clock clock;
    private final ContextTopics topics;
    private final String source;
    private final Map<Class<?>, Serializer<AvroRecord>> serializers = new ConcurrentHashMap<>();

    CommandLog(
            Producer<byte[], byte[]> producer, RecordSerdes serdes, Clock clock, ContextTopics topics, String source) {
        this.producer = producer;
        this.serdes = serdes;
        this.clock = clock;
        this.topics = topics;
        this.source = source;
    }

    /** Appends a command; what it returns is complete when that is durable, and fails with {@link AppendException}. */
    CompletableFuture<Void> append(Command command, @Nullable ReplyTo replyTo) {
        var appended = new CompletableFuture<Void>();
        try {
            var entry = entry(command, replyTo);
            requireTopic(entry.topic());
            send(entry, appended);
        } catch (AppendException e) {
            appended.completeExceptionally(e);
        }
        return appended;
    }

    /** Sends what is not sent yet, and stops. */
    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<byte[], byte[]> entry(Command command, @Nullable ReplyTo replyTo) {
        var headers = new RecordHeaders();
        new CommandHeaders(
                        command.id(),
                        command.payload().getSchema().getFullName(),
                        command.aggregate(),
                        clock.instant(),
                        command.expectedVersion(),
                        command.trail().correlationId(),
                        command.trail().causationId(),
                        command.trail().principal(),
                        command.trail().traceparent(),
                        replyTo)
                .write(headers, source, command.aggregateId());
        var topic = topics.commands(command.aggregate());
        var key = command.aggregateId().getBytes(StandardCharsets.UTF_8);
        try {
            var value = serializer(command.payload()).serialize(topic, headers, command.payload());
            return new ProducerRecord<>(topic, null, key, value, headers);
        } catch (RegistryUnavailableException e) {
            throw notAppended("the schema registry cannot be reached", e);
        }
    }

    /** Finds the topic first: what fails here has certainly not been sent. */
    private void requireTopic(String topic) {
        try {
            producer.partitionsFor(topic);
        } catch (InterruptException e) {
            throw notAppended("the sender was interrupted", e);
        } catch (IllegalStateException e) {
            throw notAppended("the client is closed", e);
        } catch (KafkaException e) {
            throw notAppended("Kafka cannot be reached, or has no topic " + topic, e);
        }
    }

    private void send(ProducerRecord<byte[], byte[]> entry, CompletableFuture<Void> appended) {
        try {
            var _ = producer.send(entry, (_, failure) -> {
                if (failure == null) {
                    appended.complete(null);
                } else {
                    appended.completeExceptionally(failure(failure));
                }
            });
        } catch (IllegalStateException | KafkaException e) {
            throw failure(e);
        }
    }

    private static AppendException failure(Exception cause) {
        return switch (cause) {
            case RecordTooLargeException e ->
                new AppendException(Reason.TOO_LARGE, "Kafka takes no record of its size: " + e.getMessage(), e);
            case BufferExhaustedException e -> notAppended("too much waits to be sent", e);
            case AuthenticationException e -> notAppended("Kafka does not trust the client", e);
            case AuthorizationException e -> notAppended("the client may not append", e);
            case IllegalStateException e -> notAppended("the client is closed", e);
            default ->
                new AppendException(
                        Reason.UNCONFIRMED,
                        "Kafka did not confirm the command in time, so it may be appended or not. Send it again with"
                                + " the same id: it takes effect once at most",
                        cause);
        };
    }

    private static AppendException notAppended(String reason, Exception cause) {
        return new AppendException(Reason.NOT_APPENDED, "The command is not appended: " + reason, cause);
    }

    private Serializer<AvroRecord> serializer(AvroRecord payload) {
        return serializers.computeIfAbsent(payload.getClass(), type -> serializerOf(type));
    }

    @SuppressWarnings("unchecked") // It is found by the class of what it serializes.
    private Serializer<AvroRecord> serializerOf(Class<?> type) {
        return serdes.serializer((Class<AvroRecord>) type);
    }
}
