package dev.daybook.projection.timeline;

import dev.daybook.http.json.JsonChange;
import dev.daybook.http.json.JsonChanges;
import dev.daybook.projection.ledger.LoggedEvent;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** An aggregate's state, event after event, and what each of them changes in it. Not thread-safe. */
public final class Course<E, S> {
    private final HostedTimeline<E, S> timeline;
    /** Null once it cannot be told any more. */
    private @Nullable S state;

    private Course(HostedTimeline<E, S> timeline) {
        this.timeline = timeline;
        this.state = timeline.aggregate().decider().initial();
    }

    /**
     * The course from a version on.
     *
     * @param history the aggregate's events from the first
     */
    public static <E, S> Course<E, S> from(long version, Iterator<LoggedEvent> history, HostedTimeline<E, S> timeline) {
        var course = new Course<>(timeline);
        while (history.hasNext()) {
            var event = history.next();
            if (event.headers().sequence() >= version) {
                break;
            }
            course.pass(event);
        }
        return course;
    }

    /**
     * What the next event changes; empty if this or an earlier one is of a type that this program does not know or cannot be
     * read, so that the state cannot be told.
     */
    public Optional<List<JsonChange>> next(LoggedEvent event) {
        var before = state;
        pass(event);
        return before == null || state == null
                ? Optional.empty()
                : Optional.of(JsonChanges.between((IndexedRecord) before, (IndexedRecord) state));
    }

    private void pass(LoggedEvent event) {
        var before = state;
        state = before == null ? null : after(before, event);
    }

    private @Nullable S after(S before, LoggedEvent event) {
        try {
            return timeline.after(before, event);
        } catch (UnknownEventException | UnreadableEventException e) {
            return null;
        }
    }
}
