package dev.daybook.projection.query;

import dev.daybook.projection.stream.Group;
import dev.daybook.projection.timeline.HostedTimeline;
import dev.daybook.projection.timeline.TimelineLedger;
import dev.daybook.projection.timeline.TimelineNames;

/**
 * A timeline that can be asked.
 *
 * @param context the name of its context
 * @param hosted the timeline
 * @param group its application
 */
public record ServedTimeline<E, S>(String context, HostedTimeline<E, S> hosted, Group group) {

    /** The type of aggregate. */
    public String aggregate() {
        return hosted.aggregate().type();
    }

    /** Its ledgers as they are read. */
    Source<TimelineLedger> source() {
        return new Source<>(
                aggregate(),
                hosted.topic(),
                group,
                hosted.shards(),
                TimelineNames.store(aggregate()),
                TimelineLedger::new);
    }
}
