package dev.daybook.projection.timeline;

import dev.daybook.projection.ledger.LoggedEvent;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds an aggregate's state at a moment of the past from its events. */
public final class Recollection {

    private Recollection() {}

    /**
     * The state at a moment; empty if nothing had happened yet.
     *
     * @param history the aggregate's events from the first
     * @throws UnknownEventException if an event up to then is of a type that this program does not know
     * @throws UnreadableEventException if an event up to then cannot be read
     */
    public static <E, S> Optional<PastState<S>> at(
            Moment moment, Iterator<LoggedEvent> history, HostedTimeline<E, S> timeline) {
        S state = timeline.aggregate().decider().initial();
        @Nullable LoggedEvent last = null;
        while (history.hasNext()) {
            var event = history.next();
            if (!moment.includes(event.headers())) {
                break;
            }
            state = timeline.after(state, event);
            last = event;
        }
        return last == null
                ? Optional.empty()
                : Optional.of(new PastState<>(
                        last.headers().sequence(), last.headers().time(), state));
    }
}
