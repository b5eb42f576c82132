package dev.daybook.processes.store;

import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.process.HeldInput;
import dev.daybook.process.OpenTimer;
import dev.daybook.process.ProcessInstance;
import dev.daybook.processes.instance.Holding;
import dev.daybook.processes.instance.Turned;
import dev.daybook.streams.store.CorruptStoreException;
import dev.daybook.streams.store.Varint;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What a partition remembers, in the store of its task. For one thread, which alone writes to the store. */
public final class InstanceStore implements Holding {
    private final KeyValueStore<byte[], byte[]> store;
    private final Wire<ProcessInstance> instances;
    private final Wire<HeldInput> inputs;
    private long position;

    /** What is in a store that is restored. */
    public InstanceStore(KeyValueStore<byte[], byte[]> store, Wire<ProcessInstance> instances, Wire<HeldInput> inputs) {
        this.store = store;
        this.instances = instances;
        this.inputs = inputs;
        var kept = value(EntryKind.POSITION.first());
        this.position = kept == null ? 0 : Varint.read(ByteBuffer.wrap(kept));
    }

    /** Declares the store. Without a cache, as changes go to the changelog together with what is sent. */
    public static Set<StoreBuilder<?>> declare(String name) {
        return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled());
    }

    /** The instance, or null if it was told nothing yet. */
    public @Nullable ProcessInstance find(String instanceId) {
        var value = value(instanceKey(instanceId));
        try {
            return value == null ? null : instances.decode(value);
        } catch (UnreadableMessageException e) {
            throw new CorruptStoreException(store.name(), instanceId, e);
        }
    }

    @Override
    public List<HeldInput> held(String instanceId, long from, long to) {
        var messages = new ArrayList<HeldInput>();
        for (var number = from; number < to; number++) {
            messages.add(inputs.decode(Objects.requireNonNull(value(heldKey(instanceId, number)))));
        }
        return messages;
    }

    /** Holds messages back in place of those that were. */
    public void hold(String instanceId, @Nullable ProcessInstance before, Turned turned) {
        if (before != null) {
            for (var number = before.heldFrom();
                    number < turned.after().heldFrom() && number < before.heldTo();
                    number++) {
                store.delete(heldKey(instanceId, number));
            }
        }
        var number = turned.after().heldTo() - turned.held().size();
        for (var message : turned.held()) {
            store.put(heldKey(instanceId, number++), inputs.encode(message).bytes());
        }
    }

    /** Remembers an instance, and its timers in the order of time. */
    public void keep(String instanceId, List<OpenTimer> timersBefore, ProcessInstance after, Encoded encoded) {
        store.put(instanceKey(instanceId), encoded.bytes());
        for (var timer : timersBefore) {
            if (!after.timers().contains(timer)) {
                store.delete(DueTimer.of(instanceId, timer).key());
            }
        }
        for (var timer : after.timers()) {
            if (!timersBefore.contains(timer)) {
                store.put(DueTimer.of(instanceId, timer).key(), DueTimer.VALUE);
            }
        }
    }

    /** The count of events in the partition's history after the next one. */
    public long nextPosition() {
        position++;
        var out = ByteBuffer.allocate(Varint.length(position));
        Varint.write(position, out);
        store.put(EntryKind.POSITION.first(), out.array());
        return position;
    }

    /** The timer that is due first. */
    public Optional<DueTimer> firstTimer() {
        return timers(Instant.MAX, 1).stream().findFirst();
    }

    /** The first timers that are due at a time, in that order. */
    public List<DueTimer> timers(Instant now, int limit) {
        var due = new ArrayList<DueTimer>();
        try (var entries = store.range(EntryKind.TIMER.first(), EntryKind.HELD.first())) {
            while (due.size() < limit && entries.hasNext()) {
                var timer = DueTimer.read(entries.next().key);
                if (timer.due().isAfter(now)) {
                    break;
                }
                due.add(timer);
            }
        }
        return due;
    }

    private static byte[] heldKey(String instanceId, long number) {
        var id = instanceId.getBytes(StandardCharsets.UTF_8);
        return EntryKind.HELD
                .key(Short.BYTES + id.length + Long.BYTES)
                .putShort((short) id.length)
                .put(id)
                .putLong(number)
                .array();
    }

    private static byte[] instanceKey(String instanceId) {
        var id = instanceId.getBytes(StandardCharsets.UTF_8);
        return EntryKind.INSTANCE.key(id.length).put(id).array();
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a store gives null for an absent key.
    private byte @Nullable [] value(byte[] key) {
        return store.get(key);
    }
}
