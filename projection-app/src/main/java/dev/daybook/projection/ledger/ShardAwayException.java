package dev.daybook.projection.ledger;

/** A partition of a view or a timeline is not here, or not yet, so that nothing can be said about what is in it. */
public final class ShardAwayException extends ProjectionException {
    private final int partition;

    ShardAwayException(String name, int partition) {
        super("Partition %d of %s is not here: it is being restored, or it moves".formatted(partition, name));
        this.partition = partition;
    }

    /** The partition. */
    public int partition() {
        return partition;
    }
}
