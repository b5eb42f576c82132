package dev.daybook.projection.view;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that remembers its writes, so that one can stand as it stood after any of them. */
final class JournaledStore extends InMemoryKeyValueStore {
    private final List<Write> journal = new ArrayList<>();

    /** A write; without a value it removes the key. */
    @SuppressWarnings("ArrayRecordComponent") // writes are not compared
    record Write(Bytes key, byte @Nullable [] value) {}

    JournaledStore() {
        super("journaled");
    }

    static JournaledStore after(List<Write> writes) {
        var store = new JournaledStore();
        writes.forEach(store::apply);
        return store;
    }

    List<Write> journal() {
        return journal;
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        journal.add(new Write(key, value));
        super.put(key, value);
    }

    @Override
    public synchronized byte @Nullable [] delete(Bytes key) {
        journal.add(new Write(key, null));
        return super.delete(key);
    }

    private void apply(Write write) {
        if (write.value == null) {
            delete(write.key);
        } else {
            put(write.key, write.value);
        }
    }
}
