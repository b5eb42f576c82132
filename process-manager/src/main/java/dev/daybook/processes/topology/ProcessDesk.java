package dev.daybook.processes.topology;

import dev.daybook.core.Subscription;
import dev.daybook.outcome.Outcome;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.process.HeldInput;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstance;
import dev.daybook.processes.inbox.Heard;
import dev.daybook.processes.inbox.InboxReader;
import dev.daybook.processes.instance.InstanceHandler;
import dev.daybook.processes.outlet.HistoryWriter;
import dev.daybook.processes.outlet.OutboxWriter;
import dev.daybook.processes.store.InstanceStore;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.intake.Addressing;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.wire.Wire;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What all partitions of a process share, and what opens the work on one of them. Thread-safe. */
final class ProcessDesk<I, S> {
    private final ProcessPath<I, S> path;
    private final ContextTopics topics;
    private final InboxReader<I> reader;
    private final InstanceHandler<I, S> handler;
    private final Wire<ProcessInstance> instances;
    private final Wire<HeldInput> held;
    private final Wire<ProcessEvent> history;

    ProcessDesk(ProcessPath<I, S> path) {
        this.path = path;
        this.topics = new ContextTopics(path.context().name());
        var process = path.process();
        var changelog = ProcessTopology.changelog(path.context(), process);
        this.reader = new InboxReader<>(
                process.subscriptions().stream().<Heard<?, I>>map(this::heard).toList(),
                process.formerly(),
                wire(Outcome.class, topics.inbox(process.name())));
        this.instances = wire(ProcessInstance.class, changelog);
        this.held = wire(HeldInput.class, changelog);
        this.history = wire(ProcessEvent.class, topics.events(process.name()));
        this.handler = new InstanceHandler<>(
                process,
                new WireEncoding<>(wire(process.state(), changelog), CommandWires.of(path.context(), this::wire)),
                reader);
    }

    /** Opens the partition of a task whose store is restored. */
    PartitionDesk<I, S> open(ProcessorContext<byte[], Outgoing> task) {
        var partition = task.taskId().partition();
        KeyValueStore<byte[], byte[]> store = task.getStateStore(ProcessTopology.INSTANCES);
        var context = path.context().name();
        var process = path.process().name();
        var inbox = topics.inbox(process);
        var instanceStore = new InstanceStore(store, instances, held);
        var outlet = new Outlet(
                task,
                instances,
                history,
                new HistoryWriter(context, process, partition),
                new OutboxWriter(context, process, inbox, partition),
                new DeadLetterWriter(path.largestDeadLetter()),
                new Tally(path.meters(), context, process),
                path.largestPayload());
        var timers = new Timers(task, instanceStore, path.ahead());
        var desk = new PartitionDesk<>(
                reader,
                new Addressing(path.partitions()),
                handler,
                instanceStore,
                outlet,
                timers,
                new Rhythm(task, new TopicPartition(inbox, partition)));
        timers.start(desk::fire);
        return desk;
    }

    private <E> Heard<E, I> heard(Subscription<E, I> subscription) {
        return new Heard<>(subscription, wire(subscription.events(), topics.events(subscription.aggregate())));
    }

    private <M> Wire<M> wire(Class<M> vocabulary, String topic) {
        return new Wire<>(vocabulary, topic, path.serdes(), path.patience());
    }
}
