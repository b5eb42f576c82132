package dev.daybook.projection.stream;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A store that someone else writes, as a ledger takes it: it can be read, and refuses to be changed. */
final class ReadOnlyStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    ReadOnlyStore(String name, ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.name = name;
        this.store = store;
    }

    @Override
    public byte[] get(Bytes key) {
        return store.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return store.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return store.all();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return store.reverseAll();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw refused();
    }

    @Override
    public void close() {
        throw refused();
    }

    @Override
    public void put(Bytes key, byte[] value) {
        throw refused();
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw refused();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw refused();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw refused();
    }

    private UnsupportedOperationException refused() {
        return new UnsupportedOperationException("The copy of the store '" + name + "' is written by its standby task");
    }
}
