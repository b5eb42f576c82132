package dev.daybook.processes.forward;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.Failure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The route from a context's outbox to the commands of its aggregates: each as it is. A command that comes twice is known by its
 * id and gets its first outcome again.
 */
final class Relay implements Route {
    private final String outbox;
    private final Map<String, String> commands;
    private final DeadLetters deadLetters;

    Relay(BoundedContext context, DeadLetters deadLetters) {
        var topics = new ContextTopics(context.name());
        this.outbox = topics.outbox();
        this.commands = context.aggregates().stream()
                .map(Aggregate::type)
                .collect(Collectors.toMap(Function.identity(), topics::commands));
        this.deadLetters = deadLetters;
    }

    @Override
    public Set<String> topics() {
        return Set.of(outbox);
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> follow(ConsumerRecord<byte[], byte[]> command) {
        try {
            return List.of(new ProducerRecord<>(
                    destination(CommandHeaders.read(command.headers())),
                    null,
                    command.key(),
                    command.value(),
                    command.headers()));
        } catch (MalformedHeaderException e) {
            return deadLetters.park(
                    command, new Failure(Failure.UNREADABLE, Objects.requireNonNull(e.getMessage()), e));
        }
    }

    /** Of a type that is unknown here another build may know: while a release rolls out, the command waits for it. */
    private String destination(CommandHeaders headers) {
        var type = headers.aggregateType();
        if (type == null) {
            throw new MalformedHeaderException(HeaderNames.AGGREGATE_TYPE, null, "a type of aggregate");
        }
        var topic = commands.get(type);
        if (topic == null) {
            throw new IllegalStateException("The command is for '%s', but the types of aggregate here are %s"
                    .formatted(type, commands.keySet()));
        }
        return topic;
    }
}
