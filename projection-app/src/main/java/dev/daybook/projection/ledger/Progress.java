package dev.daybook.projection.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * How far a ledger has come.
 *
 * @param position the position of the last event that was posted; 0: none yet
 * @param entries how many entries it shows; after a crash the count may be off by the few events that came again
 */
public record Progress(long position, long entries) {
    /** Where it stands in a ledger's store, before all else. */
    private static final Bytes KEY = Bytes.wrap(new byte[] {0});

    private static final Progress NONE = new Progress(0, 0);

    /** What a ledger's store says. */
    public static Progress read(KeyValueStore<Bytes, byte[]> store) {
        byte @Nullable [] stored = store.get(KEY);
        if (stored == null) {
            return NONE;
        }
        var buffer = ByteBuffer.wrap(stored);
        return new Progress(Varint.read(buffer), Varint.read(buffer));
    }

    /** Writes it to a ledger's store. */
    public void write(KeyValueStore<Bytes, byte[]> store) {
        var buffer = ByteBuffer.allocate(Varint.size(position) + Varint.size(entries));
        Varint.write(position, buffer);
        Varint.write(entries, buffer);
        store.put(KEY, buffer.array());
    }

    /** The progress after an event, which may be one that was posted before. */
    public Progress after(LoggedEvent event, long moreEntries) {
        return new Progress(Math.max(position, event.headers().position()), Math.max(0, entries + moreEntries));
    }
}
