package dev.daybook.processor.topology;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.schema.Compatibility;
import dev.daybook.platform.schema.Contract;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.processor.outlet.ReplyTopics;
import dev.daybook.processor.store.StoreNames;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Placement;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The write path of a context. A sub-topology reads the commands to one type of aggregate and nothing else: a second
 * input would make the order in which the two are read, which differs from run to run, part of every outcome.
 */
public final class ProcessorTopology {

    /** The time of a message is what the log says. A time before the epoch, which a broker never stamps, is the epoch. */
    private static final TimestampExtractor LOG_TIME = (message, partitionTime) -> Math.max(0, message.timestamp());

    private ProcessorTopology() {}

    /** The Kafka Streams application that runs a context: also the consumer group, and part of the changelogs' names. */
    public static String applicationId(BoundedContext context) {
        return context.name() + "-processor";
    }

    /** The schemas that the application cannot run without. */
    public static Contract contract(BoundedContext context) {
        var contract = Contract.of(context);
        for (var aggregate : context.aggregates()) {
            contract = contract.with(stateTopic(context, aggregate), aggregate.state(), Compatibility.BACKWARD);
        }
        return contract;
    }

    /** The topology. */
    public static Topology build(WritePath path) {
        var topology = new Topology();
        path.context().aggregates().forEach(aggregate -> add(topology, aggregate, path));
        return topology;
    }

    private static void add(Topology topology, Aggregate<?, ?, ?> aggregate, WritePath path) {
        var nodes = new NodeNames(aggregate.type());
        var topics = new ContextTopics(path.context().name());
        var bytes = new ByteArrayDeserializer();
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        nodes.commands(),
                        LOG_TIME,
                        bytes,
                        bytes,
                        topics.commands(aggregate.type()))
                .addProcessor(nodes.decide(), CommandProcessor.supplier(aggregate, path), nodes.commands())
                .addSink(
                        nodes.events(),
                        topics.events(aggregate.type()),
                        new ByteArraySerializer(),
                        Outgoing.SERIALIZER,
                        Placement.EXACT,
                        nodes.decide())
                .addSink(
                        nodes.deadLetters(),
                        topics.deadLetters(),
                        new ByteArraySerializer(),
                        Outgoing.SERIALIZER,
                        nodes.decide());
        for (var topic : ReplyTopics.of(path.context())) {
            topology.addSink(
                    nodes.replies(topic),
                    topic,
                    new ByteArraySerializer(),
                    Outgoing.SERIALIZER,
                    Placement.IF_THERE,
                    nodes.decide());
        }
    }

    static String stateTopic(BoundedContext context, Aggregate<?, ?, ?> aggregate) {
        return StoreNames.changelog(applicationId(context), aggregate.type());
    }
}
