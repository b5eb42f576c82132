package dev.daybook.processes.topology;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.process.ProcessMemory;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Placement;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * A business process. It reads the inbox of its instances and nothing else, so that the order of the inbox is the order of what
 * they are told; what it remembers, its history and its commands are one transaction.
 */
public final class ProcessTopology {
    static final String INBOX = "inbox";
    static final String INSTANCES = "instances";
    static final String HISTORY = "history";
    static final String OUTBOX = "outbox";
    static final String DEAD_LETTERS = "dead-letters";

    private ProcessTopology() {}

    /** The Kafka Streams application that runs a process: also the consumer group, and part of the changelog's name. */
    public static String applicationId(BoundedContext context, BusinessProcess<?, ?> process) {
        return context.name() + "-" + process.name() + "-process";
    }

    /** The topic that what is remembered is restored from, as Kafka Streams names it. */
    public static String changelog(BoundedContext context, BusinessProcess<?, ?> process) {
        return applicationId(context, process) + "-" + INSTANCES + "-changelog";
    }

    /** The schemas that the application cannot run without. */
    public static Contract contract(BoundedContext context, BusinessProcess<?, ?> process) {
        var changelog = changelog(context, process);
        return Contract.of(context)
                .with(changelog, ProcessMemory.class, Compatibility.BACKWARD)
                .with(changelog, process.state(), Compatibility.BACKWARD);
    }

    /** The topology. */
    public static Topology build(ProcessPath<?, ?> path) {
        var topics = new ContextTopics(path.context().name());
        var process = path.process().name();
        var bytes = new ByteArrayDeserializer();
        var keys = new ByteArraySerializer();
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), INBOX, bytes, bytes, topics.inbox(process))
                .addProcessor(INSTANCES, InboxProcessor.supplier(path), INBOX)
                .addSink(HISTORY, topics.events(process), keys, Outgoing.SERIALIZER, Placement.EXACT, INSTANCES)
                .addSink(OUTBOX, topics.outbox(), keys, Outgoing.SERIALIZER, INSTANCES)
                .addSink(DEAD_LETTERS, topics.deadLetters(), keys, Outgoing.SERIALIZER, INSTANCES);
    }
}
