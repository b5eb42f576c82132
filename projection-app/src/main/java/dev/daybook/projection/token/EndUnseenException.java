package dev.daybook.projection.token;

import dev.daybook.projection.ledger.ProjectionException;

/** Where a partition of the log ends cannot be seen now, so that nobody can tell whether what is read holds all of it. */
public final class EndUnseenException extends ProjectionException {
    private final int partition;

    public EndUnseenException(int partition) {
        super("Where partition %d of the log ends cannot be seen".formatted(partition));
        this.partition = partition;
    }

    /** The partition. */
    public int partition() {
        return partition;
    }
}
