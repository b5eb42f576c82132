package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.Changes;
import dev.daybook.projection.ledger.LoggedEvent;
import java.util.Optional;

/** What one kind of view makes of events. */
public interface Folding<E> {

    /**
     * What is lacking of an event that was folded before, and whose changes a crash may have cut; empty if the event is still to
     * be folded. It needs neither the event's payload nor the view's fold: these may fail by now.
     */
    Optional<Changes> finish(LoggedEvent event, Turn turn);

    /**
     * Works out what an event changes, or what is lacking of it if it was folded before; it writes nothing.
     *
     * @throws UnfoldableException if a function of the view throws
     */
    Changes fold(LoggedEvent event, E payload, Turn turn);
}
