package dev.daybook.processes.publication;

import dev.daybook.streams.message.Received;
import dev.daybook.streams.pace.Pace;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where Kafka Streams hands over the events of a partition. */
final class TranslationProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Translator<?, ?, ?> translator;
    private final PublicationNames names;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private AggregateStore store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private TopicPartition events;

    private TranslationProcessor(Translator<?, ?, ?> translator, PublicationNames names) {
        this.translator = translator;
        this.names = names;
    }

    static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(PublicationPath<?, ?, ?> path) {
        var translator = new Translator<>(path);
        var names = path.names();
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new TranslationProcessor(translator, names);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(names.store()), Serdes.ByteArray(), Serdes.ByteArray())
                        .withCachingDisabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.store = new AggregateStore(context.getStateStore(names.store()));
        this.events = new TopicPartition(names.events(), context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> event) {
        var place = context.recordMetadata().orElseThrow();
        translator.translate(new Received(event, place), store).ifPresent(context::forward);
        // Nobody waits for an integration event, so commits are for who reads.
        Pace.ofThisThread().taken(events, place.offset(), null, context::commit);
    }

    @Override
    public void close() {
        Pace.ofThisThread().left(events);
    }
}
