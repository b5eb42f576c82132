package dev.daybook.processes.forward;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.wire.Patience;
import dev.daybook.streams.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The route from the events that a business process hears into its inbox: each as it is, with the id of the instance that it
 * belongs to as its key. An event that cannot be read goes to the dead letters. One at which the process throws waits, with what
 * is behind it, for a build of the process that does not.
 */
final class Router implements Route {
    private final String inbox;
    private final Map<String, List<Ear<?>>> ears;
    private final DeadLetters deadLetters;

    Router(
            ContextTopics topics,
            BusinessProcess<?, ?> process,
            RecordSerdes serdes,
            Patience patience,
            DeadLetters deadLetters) {
        this.inbox = topics.inbox(process.name());
        this.ears = process.subscriptions().stream()
                .collect(groupingBy(
                        subscription -> topics.events(subscription.aggregate()),
                        mapping(subscription -> Ear.of(subscription, topics, serdes, patience), toList())));
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
        } catch (MalformedHeaderException | UnreadableMessageException e) {
            return deadLetters.park(event, new Failure(Failure.UNREADABLE, Objects.requireNonNull(e.getMessage()), e));
        }
    }

    private List<ProducerRecord<byte[], byte[]>> told(ConsumerRecord<byte[], byte[]> event, EventHeaders headers) {
        if (event.value() == null) {
            throw new UnreadableMessageException("The value must be an event, but there is none");
        }
        var messages = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var ear : Objects.requireNonNull(ears.get(event.topic()))) {
            var told = ear.hear(event.value(), headers);
            if (told != null) {
                messages.add(message(told.instanceId(), event));
            }
        }
        return messages;
    }

    private ProducerRecord<byte[], byte[]> message(String instanceId, ConsumerRecord<byte[], byte[]> event) {
        if (instanceId.isEmpty()) {
            throw new IllegalStateException("The id of an instance must not be empty, but that of offset %d of %s-%d is"
                    .formatted(event.offset(), event.topic(), event.partition()));
        }
        return new ProducerRecord<>(
                inbox, null, instanceId.getBytes(StandardCharsets.UTF_8), event.value(), event.headers());
    }
}
