package dev.daybook.projection;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that remembers its writes, so that one can stand as it stood after any of them. */
public final class JournaledStore extends InMemoryKeyValueStore {
    private final List<Write> journal = new ArrayList<>();

    /** A write; without a value it removes the key. */
    @SuppressWarnings("ArrayRecordComponent") // writes are not compared
    public record Write(Bytes key, byte @Nullable [] value) {}

    public JournaledStore() {
        super("journaled");
    }

    public static JournaledStore after(List<Write> writes) {
        var store = new JournaledStore();
        writes.forEach(store::apply);
        return store;
    }

    public List<Write> journal() {
        return journal;
    }

    /** All that it holds, entry by entry, readable. */
    public List<String> dump() {
        var entries = new ArrayList<String>();
        try (var all = all()) {
            all.forEachRemaining(entry -> entries.add(HexFormat.of().formatHex(entry.key.get()) + "="
                    + HexFormat.of().formatHex(entry.value)));
        }
        return entries;
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        journal.add(new Write(key, value));
        super.put(key, value);
    }

    @Override
    public synchronized void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
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
