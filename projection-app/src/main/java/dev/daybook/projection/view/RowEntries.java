package dev.daybook.projection.view;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Entry;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** The rows of a partition as they stood at a position: RocksDB shows an iterator nothing that is written after it began. */
final class RowEntries<R> implements Entries {
    private final long position;
    private final KeyValueIterator<Bytes, byte[]> stored;
    private final RowCodec<R> codec;
    private final Predicate<R> listed;
    private @Nullable Entry next;

    /**
     * Those rows.
     *
     * @param stored them all
     * @param listed which of them are shown
     */
    RowEntries(long position, KeyValueIterator<Bytes, byte[]> stored, RowCodec<R> codec, Predicate<R> listed) {
        this.position = position;
        this.stored = stored;
        this.codec = codec;
        this.listed = listed;
        try {
            this.next = find();
        } catch (RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Entry next() {
        var found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = find();
        return found;
    }

    private @Nullable Entry find() {
        while (stored.hasNext()) {
            var entry = stored.next();
            R row = codec.decode(entry.value).row();
            if (row != null && listed.test(row)) {
                return Entry.of(ViewKeys.id(entry.key), (IndexedRecord) row);
            }
        }
        return null;
    }

    @Override
    public void close() {
        stored.close();
    }
}
