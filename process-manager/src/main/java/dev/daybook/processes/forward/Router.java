package dev.daybook.processes.forward;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.UnknownMessageException;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.intake.Addressing;
import dev.daybook.streams.wire.Patience;
import dev.daybook.streams.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The route from the events that a business process hears into its inbox: each as it is, with the id of the instance that it
 * belongs to as its key. An event that cannot be read goes to the dead letters, and so does one for an instance whose id is too
 * long for a key. One at which the process throws, or of a type that is unknown here, waits, with what is behind it, for a build
 * that can tell.
 */
final class Router implements Route {
    private final String inbox;
    private final Map<String, Ear<?>> ears;
    private final DeadLetters deadLetters;

    Router(
            ContextTopics topics,
            BusinessProcess<?, ?> process,
            RecordSerdes serdes,
            Patience patience,
            DeadLetters deadLetters) {
        this.inbox = topics.inbox(process.name());
        this.ears = process.subscriptions().stream()
                .collect(toUnmodifiableMap(
                        subscription -> topics.events(subscription.aggregate()),
                        subscription -> Ear.of(subscription, topics, serdes, patience)));
        this.deadLetters = deadLetters;
    }

    /** A subscription, and how the events that it is to are read. */
    private record Ear<E>(Subscription<E, ?> subscription, Wire<E> events) {

        static <E> Ear<E> of(
                Subscription<E, ?> subscription, ContextTopics topics, RecordSerdes serdes, Patience patience) {
            return new Ear<>(
                    subscription,
                    new Wire<>(subscription.events(), topics.events(subscription.aggregate()), serdes, patience));
        }

        @Nullable
        Told<?> hear(byte[] value, EventHeaders headers) {
            return subscription.translation().apply(events.decode(value), headers.metadata());
        }
    }

    @Override
    public Set<String> topics() {
        return ears.keySet();
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> follow(ConsumerRecord<byte[], byte[]> event) {
        try {
            return told(event, EventHeaders.read(event.headers()));
        } catch (UnknownMessageException e) {
            // While a release rolls out, the event waits for a build that knows it.
            throw e;
        } catch (MalformedHeaderException | UnreadableMessageException e) {
            return deadLetters.park(event, new Failure(Failure.UNREADABLE, Objects.requireNonNull(e.getMessage()), e));
        }
    }

    private List<ProducerRecord<byte[], byte[]>> told(ConsumerRecord<byte[], byte[]> event, EventHeaders headers) {
        if (event.value() == null) {
            throw new UnreadableMessageException("The value must be an event, but there is none");
        }
        var told = Objects.requireNonNull(ears.get(event.topic())).hear(event.value(), headers);
        return told == null ? List.of() : forward(told.instanceId(), event);
    }

    private List<ProducerRecord<byte[], byte[]>> forward(String instanceId, ConsumerRecord<byte[], byte[]> event) {
        if (instanceId.isEmpty()) {
            throw new IllegalStateException("The id of an instance must not be empty, but that of offset %d of %s-%d is"
                    .formatted(event.offset(), event.topic(), event.partition()));
        }
        var key = instanceId.getBytes(StandardCharsets.UTF_8);
        return key.length > Addressing.LONGEST_KEY
                ? deadLetters.park(event, tooLong(key.length))
                : List.of(new ProducerRecord<>(inbox, null, key, event.value(), event.headers()));
    }

    private static Failure tooLong(int length) {
        var message = "The id of an instance must have at most %d bytes of UTF-8, but that of this event has %d"
                .formatted(Addressing.LONGEST_KEY, length);
        return new Failure(Failure.ID_TOO_LONG, message, null);
    }
}
