package dev.daybook.projection.query;

import dev.daybook.projection.stream.Condition;
import dev.daybook.projection.timeline.HostedTimeline;
import java.util.function.Supplier;

/**
 * A timeline that can be asked.
 *
 * @param context the name of its context
 * @param hosted the timeline
 * @param condition how its application is
 */
public record ServedTimeline<E, S>(String context, HostedTimeline<E, S> hosted, Supplier<Condition> condition) {

    /** The type of aggregate. */
    public String aggregate() {
        return hosted.aggregate().type();
    }
}
