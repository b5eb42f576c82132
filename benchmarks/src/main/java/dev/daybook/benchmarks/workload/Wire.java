package dev.daybook.benchmarks.workload;

import dev.daybook.core.BoundedContext;
import dev.daybook.orders.OrderCommand;
import dev.daybook.orders.order.OrderDecider;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.topic.ContextTopics;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** The commands as they lie in their topic. Thread-safe. */
public final class Wire {
    /** The only context on the class path. */
    public static final BoundedContext CONTEXT = BoundedContexts.load().getFirst();
    /** The type of aggregate that is measured. */
    public static final String AGGREGATE = OrderDecider.ORDER.type();

    public static final ContextTopics TOPICS = new ContextTopics(CONTEXT.name());
    public static final String COMMANDS = TOPICS.commands(AGGREGATE);
    public static final String EVENTS = TOPICS.events(AGGREGATE);

    private final Serializer<OrderCommand> serializer;

    public Wire(RecordSerdes serdes) {
        this.serializer = serdes.serializer(OrderCommand.class);
    }

    /** A command as a plain producer sends it: key and value, and no header. */
    public ProducerRecord<byte[], byte[]> plain(Step step) {
        return new ProducerRecord<>(COMMANDS, key(step), value(step));
    }

    public static byte[] key(Step step) {
        return step.orderId().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] value(Step step) {
        return Objects.requireNonNull(serializer.serialize(COMMANDS, step.command()));
    }
}
