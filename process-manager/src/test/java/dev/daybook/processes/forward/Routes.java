package dev.daybook.processes.forward;

import dev.daybook.core.BoundedContext;
import dev.daybook.core.BusinessProcess;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.streams.deadletter.DeadLetterCount;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.wire.Patience;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The routes of the forwarders, for who carries the messages himself. */
public final class Routes {
    private Routes() {}

    /** The route into the inbox of a process. */
    public static Function<ConsumerRecord<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> router(
            BoundedContext context, BusinessProcess<?, ?> process, RecordSerdes serdes, Patience patience) {
        var topics = new ContextTopics(context.name());
        return new Router(topics, process, serdes, patience, deadLetters(topics))::follow;
    }

    /** The route out of the outbox of a context. */
    public static Function<ConsumerRecord<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> relay(
            BoundedContext context) {
        return new Relay(context, deadLetters(new ContextTopics(context.name())))::follow;
    }

    private static DeadLetters deadLetters(ContextTopics topics) {
        return new DeadLetters(
                topics.deadLetters(),
                new DeadLetterWriter(1_000_000),
                new DeadLetterCount(new SimpleMeterRegistry(), Tags.empty()));
    }
}
