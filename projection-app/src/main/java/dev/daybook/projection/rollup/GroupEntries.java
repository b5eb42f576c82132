package dev.daybook.projection.rollup;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Entry;
import java.util.Iterator;
import org.apache.avro.generic.IndexedRecord;

/** The groups of a partition as they stood at a position. */
record GroupEntries<R>(long position, Iterator<Group<R>> groups) implements Entries {

    @Override
    public boolean hasNext() {
        return groups.hasNext();
    }

    @Override
    public Entry next() {
        var group = groups.next();
        return Entry.of(group.key(), (IndexedRecord) group.row());
    }

    @Override
    public void close() {}
}
