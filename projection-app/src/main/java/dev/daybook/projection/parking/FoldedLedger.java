package dev.daybook.projection.parking;

import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import java.util.Optional;

/** A ledger that folds what it posts; each kind of view shows what came of it in its own way. */
public abstract class FoldedLedger implements ParkingLedger {
    private final FoldingLedger<?> folding;

    protected FoldedLedger(FoldingLedger<?> folding) {
        this.folding = folding;
    }

    @Override
    public final Progress progress() {
        return folding.progress();
    }

    @Override
    public final void post(LoggedEvent event) {
        folding.post(event);
    }

    @Override
    public final Parked parked() {
        return folding.parked();
    }

    @Override
    public final Parked.Count parkedCount() {
        return folding.parkedCount();
    }

    @Override
    public final Optional<Release> release(String aggregateId, Discard discard) {
        return folding.release(aggregateId, discard);
    }
}
