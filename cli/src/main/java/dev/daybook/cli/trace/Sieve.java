package dev.daybook.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import dev.daybook.inquiry.FindOutcome;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessEvent;
import dev.daybook.streams.deadletter.DeadLetterHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the messages of one story out of the log. It goes by their headers, so that it is quick with all others; only what
 * happened to instances of processes is decoded.
 */
final class Sieve {
    private static final String INQUIRY = FindOutcome.class.getPackageName() + ".";

    private final Map<String, Topics.Content> topics;
    private final @Nullable Deserializer<ProcessEvent> steps;
    private final byte[] correlationId;

    /**
     * A sieve for one story.
     *
     * @param steps null if what happened to instances of processes is not to be decoded
     */
    Sieve(String correlationId, Map<String, Topics.Content> topics, @Nullable Deserializer<ProcessEvent> steps) {
        this.topics = topics;
        this.steps = steps;
        this.correlationId = correlationId.getBytes(UTF_8);
    }

    /** The message, if it says that it is one of the story. */
    Optional<Message> take(ConsumerRecord<byte[], byte[]> found) {
        var content = topics.get(found.topic());
        if (content == null) {
            return Optional.empty();
        }
        return switch (content.kind()) {
            case COMMANDS ->
                belongs(found.headers(), place(found)) ? command(found, content.owner()) : Optional.empty();
            case EVENTS -> isLabelled(found.headers()) ? event(found) : Optional.empty();
            case STEPS -> isLabelled(found.headers()) ? step(found) : Optional.empty();
            case DEAD_LETTERS ->
                !isBare(found.headers()) && belongs(found.headers(), origin(found.headers()))
                        ? deadLetter(found)
                        : Optional.empty();
        };
    }

    /** The message, if it may follow from what is known, whatever it is part of. */
    Optional<Message> candidate(ConsumerRecord<byte[], byte[]> found, Clues clues) {
        var content = topics.get(found.topic());
        if (content == null) {
            return Optional.empty();
        }
        return switch (content.kind()) {
            case COMMANDS ->
                clues.areIn(text(found.headers(), HeaderNames.CAUSATION_ID))
                                || clues.areIn(text(found.headers(), HeaderNames.ID))
                        ? command(found, content.owner())
                        : Optional.empty();
            case EVENTS ->
                clues.areIn(text(found.headers(), HeaderNames.CAUSATION_ID)) ? event(found) : Optional.empty();
            case STEPS -> mayFollow(found, content.owner(), clues) ? step(found) : Optional.empty();
            case DEAD_LETTERS -> deadLetter(found);
        };
    }

    /** Only what may matter is decoded: what an instance that failed holds back may be part of any story. */
    private static boolean mayFollow(ConsumerRecord<byte[], byte[]> found, String process, Clues clues) {
        return clues.areIn(text(found.headers(), HeaderNames.CAUSATION_ID))
                || clues.concern(new Instance(process, key(found)))
                || InputHeld.CODEC.fullName().equals(text(found.headers(), HeaderNames.TYPE));
    }

    private boolean isLabelled(Headers headers) {
        return is(headers, HeaderNames.CORRELATION_ID);
    }

    /** A command that says nothing of what it is part of begins what is named by its id; one without an id, by its place. */
    private boolean belongs(Headers headers, String place) {
        if (headers.lastHeader(HeaderNames.CORRELATION_ID) != null) {
            return isLabelled(headers);
        }
        return headers.lastHeader(HeaderNames.ID) != null
                ? is(headers, HeaderNames.ID)
                : Arrays.equals(correlationId, place.getBytes(UTF_8));
    }

    private boolean is(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header != null && Arrays.equals(correlationId, header.value());
    }

    private Optional<Message> command(ConsumerRecord<byte[], byte[]> found, String aggregate) {
        var headers = found.headers();
        var type = text(headers, HeaderNames.TYPE);
        if (type != null && type.startsWith(INQUIRY)) {
            return Optional.empty();
        }
        var place = place(found);
        var id = requireNonNullElse(text(headers, HeaderNames.ID), place);
        return Optional.of(new Message.Command(
                new Ref(aggregate, key(found), id),
                type,
                Instant.ofEpochMilli(found.timestamp()),
                text(headers, HeaderNames.CAUSATION_ID),
                requireNonNullElse(text(headers, HeaderNames.CORRELATION_ID), id),
                text(headers, HeaderNames.PRINCIPAL),
                place));
    }

    private Optional<Message> event(ConsumerRecord<byte[], byte[]> found) {
        return labels(found)
                .map(labels -> new Message.Event(
                        ref(labels),
                        labels.sequence(),
                        labels.type(),
                        labels.time(),
                        labels.causationId(),
                        labels.correlationId(),
                        labels.principal()));
    }

    private Optional<Message> step(ConsumerRecord<byte[], byte[]> found) {
        return labels(found)
                .map(labels -> new Message.Step(
                        ref(labels),
                        labels.sequence(),
                        labels.type(),
                        labels.time(),
                        labels.causationId(),
                        labels.correlationId(),
                        decoded(found)));
    }

    private static Optional<EventHeaders> labels(ConsumerRecord<byte[], byte[]> found) {
        try {
            return Optional.of(EventHeaders.read(found.headers()));
        } catch (MalformedHeaderException e) {
            // Nothing that Daybook has written.
            return Optional.empty();
        }
    }

    private @Nullable ProcessEvent decoded(ConsumerRecord<byte[], byte[]> found) {
        try {
            return steps == null ? null : steps.deserialize(found.topic(), found.value());
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Optional<Message> deadLetter(ConsumerRecord<byte[], byte[]> found) {
        var headers = found.headers();
        var origin = origin(headers);
        return Optional.of(new Message.DeadLetter(
                isBare(headers) ? null : refOfDeadLetter(found, origin),
                Instant.ofEpochMilli(found.timestamp()),
                text(headers, HeaderNames.CORRELATION_ID),
                requireNonNullElse(text(headers, DeadLetterHeaders.REASON), "unknown"),
                requireNonNullElse(text(headers, DeadLetterHeaders.MESSAGE), ""),
                origin));
    }

    /** Whether a dead letter does not say what it was. */
    private static boolean isBare(Headers headers) {
        return headers.lastHeader(DeadLetterHeaders.OMITTED) != null;
    }

    /** Where a dead letter lay in the log. */
    private static String origin(Headers headers) {
        return "%s-%s-%s"
                .formatted(
                        text(headers, DeadLetterHeaders.TOPIC),
                        text(headers, DeadLetterHeaders.PARTITION),
                        text(headers, DeadLetterHeaders.OFFSET));
    }

    private Ref refOfDeadLetter(ConsumerRecord<byte[], byte[]> found, String origin) {
        var topic = requireNonNullElse(text(found.headers(), DeadLetterHeaders.TOPIC), "");
        var content = topics.get(topic);
        var id = requireNonNullElse(text(found.headers(), HeaderNames.ID), origin);
        return content == null ? refOfPassenger(found, topic, id) : new Ref(content.owner(), key(found), id);
    }

    /** A message on its way in an inbox or an outbox, where the topic does not say whose it is. */
    private static Ref refOfPassenger(ConsumerRecord<byte[], byte[]> found, String topic, String id) {
        var headers = found.headers();
        return new Ref(
                requireNonNullElse(text(headers, HeaderNames.AGGREGATE_TYPE), topic),
                requireNonNullElse(text(headers, HeaderNames.SUBJECT), key(found)),
                id);
    }

    private static Ref ref(EventHeaders labels) {
        return new Ref(labels.aggregateType(), labels.subject(), labels.id());
    }

    static String place(ConsumerRecord<byte[], byte[]> found) {
        return found.topic() + "-" + found.partition() + "-" + found.offset();
    }

    private static String key(ConsumerRecord<byte[], byte[]> found) {
        return found.key() == null ? "" : new String(found.key(), UTF_8);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
