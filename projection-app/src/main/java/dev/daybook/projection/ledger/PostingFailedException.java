package dev.daybook.projection.ledger;

/**
 * An event of the log cannot be posted, and could not be if it were tried again. Going on without it would make what
 * follows wrong, so the ledger stops before it.
 */
public final class PostingFailedException extends ProjectionException {
    private final String topic;
    private final int partition;
    private final long offset;

    PostingFailedException(String topic, int partition, long offset, Throwable cause) {
        super("The event at %s-%d@%d cannot be posted: %s".formatted(topic, partition, offset, describe(cause)), cause);
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
    }

    private static String describe(Throwable cause) {
        return cause instanceof ProjectionException ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    /** The topic of the event. */
    public String topic() {
        return topic;
    }

    /** The partition of the event. */
    public int partition() {
        return partition;
    }

    /** The offset of the event. */
    public long offset() {
        return offset;
    }
}
