package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.timeline.Course;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineLedger;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes an aggregate's events in turn, each with what it changed in the state if that is asked for. Not thread-safe. */
final class Narration<E, S> {
    private final HostedTimeline<E, S> timeline;
    private final EventJson json;
    /** Tells the course from an event on; null: what events change is not told. */
    private final @Nullable Function<LoggedEvent, Course<E, S>> courses;

    private @Nullable Course<E, S> course;

    private Narration(
            HostedTimeline<E, S> timeline, EventJson json, @Nullable Function<LoggedEvent, Course<E, S>> courses) {
        this.timeline = timeline;
        this.json = json;
        this.courses = courses;
    }

    /** Events without what they changed. */
    static <E, S> Narration<E, S> plain(HostedTimeline<E, S> timeline, EventJson json) {
        return new Narration<>(timeline, json, null);
    }

    /**
     * An aggregate's events with what they change. The events before are folded when the first is written, since they may not be
     * there before.
     */
    static <E, S> Narration<E, S> withChanges(
            HostedTimeline<E, S> timeline, EventJson json, Supplier<TimelineLedger> ledger, String id) {
        return new Narration<>(timeline, json, first -> {
            try (var history = ledger.get().history(id, 1)) {
                return Course.from(first.headers().sequence(), history, timeline);
            }
        });
    }

    /** Writes the next event. */
    void write(LoggedEvent event, JsonGenerator out) throws IOException {
        if (courses == null) {
            json.write(event, timeline.events(), out);
            return;
        }
        if (course == null) {
            course = courses.apply(event);
        }
        json.write(event, timeline.events(), course.next(event), out);
    }
}
