package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.workload.Wire;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The least that an event-sourcing topology does to a record: one get, one put, two sends. */
final class BareTopology {
    private static final String STORE = "state";
    private static final String SOURCE = "commands";
    private static final String WORK = "work";
    private static final String EVENT_SINK = "events";
    private static final String REPLY_SINK = "replies";

    private BareTopology() {}

    static Topology build(Outputs outputs) {
        var reader = new ByteArrayDeserializer();
        var writer = new ByteArraySerializer();
        return new Topology()
                .addSource(AutoOffsetReset.earliest(), SOURCE, reader, reader, Wire.COMMANDS)
                .addProcessor(WORK, new Supplier(outputs), SOURCE)
                .addSink(EVENT_SINK, outputs.events(), writer, writer, WORK)
                .addSink(REPLY_SINK, outputs.replies(), writer, writer, WORK);
    }

    private record Supplier(Outputs outputs) implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
        @Override
        public Processor<byte[], byte[], byte[], byte[]> get() {
            return new Work(outputs);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                    .withCachingEnabled());
        }
    }

    private static final class Work implements Processor<byte[], byte[], byte[], byte[]> {
        private final Outputs outputs;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
        private ProcessorContext<byte[], byte[]> context;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
        private KeyValueStore<byte[], byte[]> state;

        Work(Outputs outputs) {
            this.outputs = outputs;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.state = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> message) {
            state.get(message.key());
            state.put(message.key(), outputs.state(message));
            context.forward(outputs.event(message), EVENT_SINK);
            context.forward(outputs.reply(message), REPLY_SINK);
        }
    }
}
