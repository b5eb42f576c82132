package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.timeline.Course;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineLedger;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an aggregate's events in turn, each with what it changed in the state if that is asked for. Not thread-safe. */
final class Narration<E, S> {
    private final HostedTimeline<E, S> timeline;
    private final EventJson json;
    private final @Nullable Course<E, S> course;

    private Narration(HostedTimeline<E, S> timeline, EventJson json, @Nullable Course<E, S> course) {
        this.timeline = timeline;
        this.json = json;
        this.course = course;
    }

    /** Events without what they changed. */
    static <E, S> Narration<E, S> plain(HostedTimeline<E, S> timeline, EventJson json) {
        return new Narration<>(timeline, json, null);
    }

    /** An aggregate's events from a version on, with what they change, for which the events before are folded first. */
    static <E, S> Narration<E, S> withChanges(
            HostedTimeline<E, S> timeline, EventJson json, TimelineLedger ledger, String id, long from) {
        try (var history = ledger.history(id, 1)) {
            return new Narration<>(timeline, json, Course.from(from, history, timeline));
        }
    }

    /** Writes the next event. */
    void write(LoggedEvent event, JsonGenerator out) throws IOException {
        if (course == null) {
            json.write(event, timeline.events(), out);
        } else {
            json.write(event, timeline.events(), course.next(event), out);
        }
    }
}
