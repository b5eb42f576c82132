package dev.daybook.projection.ledger;

/** A ledger is beyond the position at which it was to be met. */
public final class PassedException extends ProjectionException {
    private final long position;

    PassedException(long wanted, long position) {
        super("The ledger was to be met at position %d, but is at %d already".formatted(wanted, position));
        this.position = position;
    }

    /** Where the ledger is. */
    public long position() {
        return position;
    }
}
