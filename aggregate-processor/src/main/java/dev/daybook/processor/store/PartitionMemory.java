package dev.daybook.processor.store;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.processor.command.Encoded;
import dev.daybook.processor.command.Memory;
import dev.daybook.processor.command.Snapshot;
import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.processor.command.Watermark;
import dev.daybook.processor.wire.Wire;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What a partition remembers, in the stores of its task. */
public final class PartitionMemory<S> implements Memory<S> {
    private final KeyValueStore<byte[], byte[]> states;
    private final KeyValueStore<byte[], byte[]> outcomes;
    private final KeyValueStore<byte[], byte[]> position;
    private final Wire<S> stateWire;
    private final Wire<Outcome> outcomeWire;

    /** The memory of the task that {@code context} belongs to. */
    public PartitionMemory(ProcessingContext context, StoreNames names, Wire<S> stateWire, Wire<Outcome> outcomeWire) {
        this.states = context.getStateStore(names.state());
        this.outcomes = context.getStateStore(names.outcomes());
        this.position = context.getStateStore(names.position());
        this.stateWire = stateWire;
        this.outcomeWire = outcomeWire;
    }

    @Override
    public @Nullable Snapshot<S> snapshot(String aggregateId) {
        return read(states, StateEntries.key(aggregateId), aggregateId, value -> StateEntries.read(value, stateWire));
    }

    @Override
    public @Nullable StoredOutcome outcome(String aggregateId, String commandId) {
        var key = OutcomeEntries.key(aggregateId, commandId);
        return read(outcomes, key, commandId, value -> OutcomeEntries.read(value, outcomeWire));
    }

    @Override
    public Watermark watermark() {
        var watermark = read(position, PositionEntry.KEY, "watermark", PositionEntry::read);
        return watermark == null ? Watermark.START : watermark;
    }

    /** Remembers how far the partition has come. */
    public void advance(Watermark watermark) {
        position.put(PositionEntry.KEY, PositionEntry.value(watermark));
    }

    /** Remembers an aggregate. */
    public void keep(String aggregateId, Snapshot<Encoded> snapshot) {
        states.put(StateEntries.key(aggregateId), StateEntries.value(snapshot));
    }

    /** Remembers an outcome. */
    public void keep(String aggregateId, String commandId, StoredOutcome outcome) {
        outcomes.put(OutcomeEntries.key(aggregateId, commandId), OutcomeEntries.value(outcome));
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a store gives null for an absent key.
    private static <T> @Nullable T read(
            KeyValueStore<byte[], byte[]> store, byte[] key, String name, Function<byte[], T> format) {
        var value = store.get(key);
        try {
            return value == null ? null : format.apply(value);
        } catch (UnreadableMessageException e) {
            throw new CorruptStoreException(store.name(), name, e);
        }
    }
}
