package dev.daybook.projection.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * How far a ledger has come.
 *
 * @param position the position of the last event that was posted; 0: none yet
 * @param entries how many entries it shows; after a crash the count may be off by the few events that came again
 * @param time the partition's clock: the latest time of all events that were posted, so that it never runs backwards; the
 *     epoch: none yet
 */
public record Progress(long position, long entries, Instant time) {
    /** Before the first event. */
    public static final Progress NONE = new Progress(0, 0, Instant.EPOCH);

    /** Where it stands in a ledger's store, before all else. */
    private static final Bytes KEY = Bytes.wrap(new byte[] {0});

    /** What a ledger's store says. */
    public static Progress read(KeyValueStore<Bytes, byte[]> store) {
        byte @Nullable [] stored = store.get(KEY);
        if (stored == null) {
            return NONE;
        }
        var buffer = ByteBuffer.wrap(stored);
        return new Progress(Varint.read(buffer), Varint.read(buffer), time(buffer));
    }

    /** Adds it to what is written to a ledger's store: at the end, so that it promises nothing that is not there. */
    public void addTo(Changes changes) {
        var buffer = ByteBuffer.allocate(Varint.size(position) + Varint.size(entries) + SortableTime.SIZE);
        Varint.write(position, buffer);
        Varint.write(entries, buffer);
        SortableTime.write(time, buffer);
        changes.put(KEY, buffer.array());
    }

    /** The progress after an event, which may be one that was posted before. */
    public Progress after(LoggedEvent event, Changes changes) {
        return new Progress(Math.max(position, event.headers().position()), entriesAfter(changes), timeAfter(event));
    }

    /** The progress after a change that no new event made. */
    public Progress after(Changes changes) {
        return new Progress(position, entriesAfter(changes), time);
    }

    private long entriesAfter(Changes changes) {
        return Math.max(0, entries + changes.moreEntries());
    }

    /** What the clock shows after an event. */
    public Instant timeAfter(LoggedEvent event) {
        var its = event.headers().time();
        return its.isAfter(time) ? its : time;
    }

    private static Instant time(ByteBuffer buffer) {
        // Stores that were begun before there was a clock have none until the next event.
        return buffer.hasRemaining() ? SortableTime.read(buffer) : Instant.EPOCH;
    }
}
