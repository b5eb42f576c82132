package dev.daybook.processes.topology;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.util.Map;
import java.util.TreeMap;

/**
 * The wire formats of the commands to the aggregates of a context.
 *
 * @param byAggregate by the type of aggregate
 */
record CommandWires(Map<String, CommandWire<?>> byAggregate) {

    static CommandWires of(BoundedContext context, Wires wires) {
        var topics = new ContextTopics(context.name());
        var byAggregate = new TreeMap<String, CommandWire<?>>();
        context.aggregates()
                .forEach(aggregate -> byAggregate.put(
                        aggregate.type(), commandWire(aggregate, topics.commands(aggregate.type()), wires)));
        return new CommandWires(byAggregate);
    }

    /** Makes the wire format of a vocabulary on a topic. */
    @FunctionalInterface
    interface Wires {
        <M> Wire<M> of(Class<M> vocabulary, String topic);
    }

    private static <C> CommandWire<C> commandWire(Aggregate<C, ?, ?> aggregate, String topic, Wires wires) {
        return new CommandWire<>(aggregate.commands(), wires.of(aggregate.commands(), topic));
    }

    void require(Action.Send send) {
        var wire = byAggregate.get(send.aggregate());
        if (wire == null) {
            throw new IllegalArgumentException("Expected a command to one of %s, but found one to '%s'"
                    .formatted(byAggregate.keySet(), send.aggregate()));
        }
        wire.require(send);
    }

    Encoded encode(Action.Send send) {
        return of(send.aggregate()).encode(send.command());
    }

    Object decode(String aggregate, byte[] payload) {
        return of(aggregate).decode(payload);
    }

    private CommandWire<?> of(String aggregate) {
        var wire = byAggregate.get(aggregate);
        if (wire == null) {
            throw new IllegalStateException("The context has no aggregate '" + aggregate + "' any more");
        }
        return wire;
    }

    /** The wire format of the commands to a type of aggregate. */
    record CommandWire<C>(Class<C> commands, Wire<C> wire) {
        void require(Action.Send send) {
            if (!commands.isInstance(send.command())) {
                throw new IllegalArgumentException("Expected a command to '%s' to be a %s, but found %s"
                        .formatted(send.aggregate(), commands.getSimpleName(), send.command()));
            }
        }

        Encoded encode(Object command) {
            return wire.encode(commands.cast(command));
        }

        Object decode(byte[] payload) {
            return wire.decode(payload);
        }
    }
}
