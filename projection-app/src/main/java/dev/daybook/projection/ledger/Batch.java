package dev.daybook.projection.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's store as the thread sees it that posts: what it has written is there at once, but reaches the store below, and
 * whoever reads there, only together with what the next events write. An aggregate's events tend to come close together, and the
 * ledger's progress changes with each: of several writes to a key only the last is made, at the place of the last.
 *
 * <p>So whatever of a batch a crash leaves, a write is there only if those before it are, but for those that were made again
 * after it. Who writes in an order that matters has to be content with that, or to write in between. For one thread.
 */
public final class Batch implements KeyValueStore<Bytes, byte[]> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Bytes, Write> pending = new LinkedHashMap<>();

    /** A write; without a value it removes the key. */
    @SuppressWarnings("ArrayRecordComponent") // writes are not compared
    private record Write(byte @Nullable [] value) {}

    /** An empty batch over a store. */
    public Batch(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Has all writes reach the store. */
    public void write() {
        if (!pending.isEmpty()) {
            var writes = new ArrayList<KeyValue<Bytes, byte[]>>(pending.size());
            pending.forEach((key, write) -> writes.add(KeyValue.pair(key, write.value)));
            store.putAll(writes);
            pending.clear();
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        var write = pending.get(key);
        return write == null ? store.get(key) : write.value;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        // What is put again moves to the end.
        pending.remove(key);
        pending.put(key, new Write(value));
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        var before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        var before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        write();
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        write();
        return store.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        write();
        return store.all();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("The store below is initialised already");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("The store below is closed by its task");
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }
}
