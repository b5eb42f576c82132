package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.ledger.Ledger;
import java.util.Optional;

/** A ledger that parks the events that it cannot post. */
public interface ParkingLedger extends Ledger {

    /** What it has parked, for any thread. */
    Parked parked();

    /** How much it has parked, for any thread, usually without a look at its store. */
    Parked.Count parkedCount();

    /** All that it shows, as it stands; for the thread that posts. */
    Entries entries();

    /**
     * Posts the parked events of an aggregate in their order, up to the first that cannot be posted; empty if it has none.
     * For the thread that posts.
     *
     * @param discard which of them are dropped first
     */
    Optional<Release> release(String aggregateId, Discard discard);
}
