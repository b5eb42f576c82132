package dev.daybook.projection.timeline;

import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.StoredEvent;
import java.util.Iterator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** An aggregate's events in turn. */
public final class History implements Iterator<LoggedEvent>, AutoCloseable {
    private final KeyValueIterator<Bytes, byte[]> entries;

    History(KeyValueIterator<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public LoggedEvent next() {
        return StoredEvent.decode(entries.next().value);
    }

    @Override
    public void close() {
        entries.close();
    }
}
