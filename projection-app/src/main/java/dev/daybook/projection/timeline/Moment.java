package dev.daybook.projection.timeline;

import dev.daybook.platform.message.EventHeaders;
import java.time.Instant;

/** A moment in the life of an aggregate that someone asks for. */
public sealed interface Moment {

    /** Whether an event has happened by then. */
    boolean includes(EventHeaders event);

    /** The last event that there is. */
    record Now() implements Moment {
        @Override
        public boolean includes(EventHeaders event) {
            return true;
        }
    }

    /** Right after the event that made a version. */
    record AtVersion(long version) implements Moment {
        @Override
        public boolean includes(EventHeaders event) {
            return event.sequence() <= version;
        }
    }

    /** A time; what happened at this very time has happened. */
    record AtTime(Instant time) implements Moment {
        @Override
        public boolean includes(EventHeaders event) {
            return !event.time().isAfter(time);
        }
    }
}
