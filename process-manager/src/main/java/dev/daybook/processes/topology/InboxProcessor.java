package dev.daybook.processes.topology;

import dev.daybook.platform.schema.UnknownMessageException;
import dev.daybook.processes.store.InstanceStore;
import dev.daybook.streams.StandstillException;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Received;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Where Kafka Streams hands over the inbox of a partition. */
final class InboxProcessor implements Processor<byte[], byte[], byte[], Outgoing> {
    private final ProcessDesk<?, ?> desk;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private ProcessorContext<byte[], Outgoing> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private PartitionDesk<?, ?> partition;

    private InboxProcessor(ProcessDesk<?, ?> desk) {
        this.desk = desk;
    }

    static ProcessorSupplier<byte[], byte[], byte[], Outgoing> supplier(ProcessPath<?, ?> path) {
        var desk = new ProcessDesk<>(path);
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Outgoing> get() {
                return new InboxProcessor(desk);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return InstanceStore.declare(ProcessTopology.INSTANCES);
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], Outgoing> context) {
        this.context = context;
        this.partition = desk.open(context);
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        var received = new Received(message, context.recordMetadata().orElseThrow());
        try {
            partition.take(received);
        } catch (UnknownMessageException e) {
            // While a release rolls out, the message waits for a build that knows it.
            throw new StandstillException(received, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        partition.close();
    }
}
