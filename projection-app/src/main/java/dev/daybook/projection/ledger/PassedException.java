package dev.daybook.projection.ledger;

/** A ledger is beyond the position at which it was to be met. */
public final class PassedException extends ProjectionException {
    PassedException(long wanted, long position) {
        super("The ledger was to be met at position %d, but is at %d already".formatted(wanted, position));
    }
}
