package dev.daybook.processes.publication;

import dev.daybook.streams.store.Varint;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of a partition as of the last event that was looked at. A key is the aggregate's id; a value is its version as a
 * varint and its state in the wire format. For one thread.
 */
record AggregateStore(KeyValueStore<byte[], byte[]> store) {

    /** An aggregate at a version, with its state in the wire format. */
    static final class Kept {
        private final long version;
        private final byte[] state;

        Kept(long version, byte[] state) {
            this.version = version;
            this.state = state;
        }

        long version() {
            return version;
        }

        byte[] state() {
            return state;
        }
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a store gives null for an absent key.
    @Nullable
    Kept find(byte[] id) {
        var value = store.get(id);
        return value == null ? null : read(ByteBuffer.wrap(value));
    }

    void keep(byte[] id, Kept kept) {
        var out = ByteBuffer.allocate(Varint.length(kept.version()) + kept.state().length);
        Varint.write(kept.version(), out);
        store.put(id, out.put(kept.state()).array());
    }

    private static Kept read(ByteBuffer in) {
        var version = Varint.read(in);
        var state = new byte[in.remaining()];
        in.get(state);
        return new Kept(version, state);
    }
}
