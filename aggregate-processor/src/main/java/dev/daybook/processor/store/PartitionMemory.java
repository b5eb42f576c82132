package dev.daybook.processor.store;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.processor.command.Memory;
import dev.daybook.processor.command.Snapshot;
import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.processor.command.Watermark;
import dev.daybook.streams.store.CorruptStoreException;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What a partition remembers, in the store of its task. For one thread, which alone writes to the store. */
public final class PartitionMemory<S> implements Memory<S> {
    private final KeyValueStore<byte[], byte[]> store;
    private final Wire<S> stateWire;
    private final Wire<Outcome> outcomeWire;
    private Watermark watermark;

    /** The memory in a store that is restored. */
    public PartitionMemory(KeyValueStore<byte[], byte[]> store, Wire<S> stateWire, Wire<Outcome> outcomeWire) {
        this.store = store;
        this.stateWire = stateWire;
        this.outcomeWire = outcomeWire;
        var kept = read(WatermarkEntry.KEY, "watermark", WatermarkEntry::read);
        this.watermark = kept == null ? Watermark.START : kept;
    }

    @Override
    public @Nullable Snapshot<S> snapshot(String aggregateId) {
        return read(StateEntries.key(aggregateId), aggregateId, value -> StateEntries.read(value, stateWire));
    }

    @Override
    public @Nullable StoredOutcome outcome(String aggregateId, String commandId) {
        var key = OutcomeEntries.key(aggregateId, commandId);
        return read(key, commandId, value -> OutcomeEntries.read(value, outcomeWire));
    }

    @Override
    public Watermark watermark() {
        return watermark;
    }

    /** Remembers how far the partition has come. */
    public void advance(Watermark watermark) {
        this.watermark = watermark;
        store.put(WatermarkEntry.KEY, WatermarkEntry.value(watermark));
    }

    /** Remembers an aggregate. */
    public void keep(String aggregateId, Snapshot<Encoded> snapshot) {
        store.put(StateEntries.key(aggregateId), StateEntries.value(snapshot));
    }

    /** Remembers an outcome. */
    public void keep(String aggregateId, String commandId, StoredOutcome outcome) {
        store.put(OutcomeEntries.key(aggregateId, commandId), OutcomeEntries.value(outcome));
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a store gives null for an absent key.
    private <T> @Nullable T read(byte[] key, String name, Function<byte[], T> format) {
        var value = store.get(key);
        try {
            return value == null ? null : format.apply(value);
        } catch (UnreadableMessageException e) {
            throw new CorruptStoreException(store.name(), name, e);
        }
    }
}
