package dev.daybook.processor.topology;

import dev.daybook.core.Aggregate;
import dev.daybook.inquiry.FindOutcome;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.processor.command.CommandHandler;
import dev.daybook.processor.intake.CommandReader;
import dev.daybook.processor.outlet.EventWriter;
import dev.daybook.processor.outlet.Origin;
import dev.daybook.processor.outlet.ReplyTopics;
import dev.daybook.processor.outlet.ReplyWriter;
import dev.daybook.processor.outlet.WireEncoding;
import dev.daybook.processor.store.OutcomeSweep;
import dev.daybook.processor.store.PartitionMemory;
import dev.daybook.processor.store.StoreNames;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.wire.Wire;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What all partitions of a type of aggregate share, and what opens the work on one of them. Thread-safe. */
final class AggregateDesk<C, E, S> {
    private final Aggregate<C, E, S> aggregate;
    private final WritePath path;
    private final ContextTopics topics;
    private final CommandReader<C> reader;
    private final Wire<S> states;
    private final Wire<Outcome> outcomes;
    private final WireEncoding<E, S> encoding;

    AggregateDesk(Aggregate<C, E, S> aggregate, WritePath path) {
        this.aggregate = aggregate;
        this.path = path;
        this.topics = new ContextTopics(path.context().name());
        var type = aggregate.type();
        this.reader = new CommandReader<>(
                path.partitions(type),
                wire(aggregate.commands(), topics.commands(type)),
                wire(FindOutcome.class, topics.commands(type)));
        this.states = wire(aggregate.state(), ProcessorTopology.stateTopic(path.context(), aggregate));
        this.outcomes = wire(Outcome.class, topics.replies());
        this.encoding = new WireEncoding<>(wire(aggregate.events(), topics.events(type)), states, outcomes);
    }

    /** Opens the partition of a task whose stores are restored. */
    PartitionDesk<C, E, S> open(ProcessorContext<byte[], Outgoing> task) {
        var partition = task.taskId().partition();
        KeyValueStore<byte[], byte[]> store = task.getStateStore(StoreNames.memory(aggregate.type()));
        var replies = ReplyTopics.of(path.context());
        var origin = new Origin(path.context().name(), aggregate.type());
        return new PartitionDesk<>(
                reader,
                new CommandHandler<>(aggregate, partition, path.rules(), encoding),
                new PartitionMemory<>(store, states, outcomes),
                new OutcomeSweep(store, path.rules().dedupeWindow()),
                new EventWriter(origin, partition),
                new ReplyWriter(origin, replies),
                new DeadLetterWriter(path.largestDeadLetter()),
                new Tally(path.meters(), path.context().name(), aggregate.type()),
                new Sinks(task, new NodeNames(aggregate.type())),
                new Rhythm(task, new TopicPartition(topics.commands(aggregate.type()), partition), replies));
    }

    private <M> Wire<M> wire(Class<M> vocabulary, String topic) {
        return new Wire<>(vocabulary, topic, path.serdes(), path.patience());
    }
}
