package dev.daybook.projection.timeline;

import dev.daybook.projection.ledger.Batch;
import dev.daybook.projection.ledger.Changes;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import dev.daybook.projection.ledger.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** One partition of a timeline: it keeps every event, known type or not, and finds an aggregate's events again. */
public final class TimelineLedger implements Ledger {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Batch batch;
    private Progress progress;

    /** The partition that a store holds. */
    public TimelineLedger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.batch = new Batch(store);
        this.progress = Progress.read(store);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void post(LoggedEvent event) {
        var headers = event.headers();
        if (headers.position() <= progress.position()) {
            return;
        }
        var changes = new Changes();
        changes.put(TimelineKeys.event(headers.subject(), headers.sequence()), StoredEvent.encode(event));
        changes.countEntries(1);
        progress = progress.after(event, changes);
        progress.addTo(changes);
        changes.writeTo(batch);
    }

    @Override
    public void write() {
        batch.write();
    }

    /** An aggregate's events from a version on, in the order of versions. */
    public List<LoggedEvent> events(String aggregateId, long fromVersion, int limit) {
        var events = new ArrayList<LoggedEvent>();
        try (var history = history(aggregateId, fromVersion)) {
            while (history.hasNext() && events.size() < limit) {
                events.add(history.next());
            }
        }
        return events;
    }

    /** An aggregate's events from a version on, read one by one; to be closed. */
    public History history(String aggregateId, long fromVersion) {
        return new History(store.range(
                TimelineKeys.event(aggregateId, fromVersion), TimelineKeys.event(aggregateId, Long.MAX_VALUE)));
    }

    /** The version of an aggregate's last event; empty if it has none. */
    public Optional<Long> lastVersion(String aggregateId) {
        try (var backwards = new History(store.reverseRange(
                TimelineKeys.event(aggregateId, 0), TimelineKeys.event(aggregateId, Long.MAX_VALUE)))) {
            return backwards.hasNext() ? Optional.of(backwards.next().headers().sequence()) : Optional.empty();
        }
    }
}
