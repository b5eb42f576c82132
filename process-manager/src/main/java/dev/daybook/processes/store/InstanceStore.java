package dev.daybook.processes.store;

import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.process.OpenTimer;
import dev.daybook.process.ProcessInstance;
import dev.daybook.streams.store.CorruptStoreException;
import dev.daybook.streams.store.Varint;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What a partition remembers, in the store of its task. For one thread, which alone writes to the store. */
public final class InstanceStore {
    private final KeyValueStore<byte[], byte[]> store;
    private final Wire<ProcessInstance> instances;
    private long position;

    /** What is in a store that is restored. */
    public InstanceStore(KeyValueStore<byte[], byte[]> store, Wire<ProcessInstance> instances) {
        this.store = store;
        this.instances = instances;
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
    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a range without an end goes to the end.
    public List<DueTimer> timers(Instant now, int limit) {
        var due = new ArrayList<DueTimer>();
        try (var entries = store.range(EntryKind.TIMER.first(), null)) {
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

    private static byte[] instanceKey(String instanceId) {
        var id = instanceId.getBytes(StandardCharsets.UTF_8);
        return EntryKind.INSTANCE.key(id.length).put(id).array();
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a store gives null for an absent key.
    private byte @Nullable [] value(byte[] key) {
        return store.get(key);
    }
}
