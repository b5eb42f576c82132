package dev.daybook.projection.ledger;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes in a ledger's store, in the order in which it is written. All of it is worked out before the first
 * of it is written, so that an event that something goes wrong with has changed nothing. Not thread-safe.
 */
public final class Changes {
    private final List<Write> writes = new ArrayList<>();
    private long moreEntries;

    /** A write; without a value it removes the key. */
    @SuppressWarnings("ArrayRecordComponent") // writes are not compared
    private record Write(Bytes key, byte @Nullable [] value) {}

    /** Then this value is put. */
    public void put(Bytes key, byte[] value) {
        writes.add(new Write(key, value));
    }

    /** Then this key is removed. */
    public void delete(Bytes key) {
        writes.add(new Write(key, null));
    }

    /** So many entries more are shown then. */
    public void countEntries(long more) {
        moreEntries += more;
    }

    /** How many entries more are shown then. */
    public long moreEntries() {
        return moreEntries;
    }

    /** Writes them all, to the ledger's store or to the batch before it. */
    public void writeTo(KeyValueStore<Bytes, byte[]> store) {
        // Kafka Streams' delete would read first what it removes.
        writes.forEach(write -> store.put(write.key, write.value));
    }
}
