package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.ProjectionException;
import java.util.List;

/** An instance that has what is asked for does not answer. */
public final class AwayException extends ProjectionException {
    private final transient Address instance;
    private final transient List<Integer> partitions;
    private final boolean unasked;

    AwayException(Address instance, List<Integer> partitions, String why, boolean unasked, Throwable cause) {
        super("%s, which has %s, does not answer: %s".formatted(instance, described(partitions), why), cause);
        this.instance = instance;
        this.partitions = List.copyOf(partitions);
        this.unasked = unasked;
    }

    /** The instance. */
    public Address instance() {
        return instance;
    }

    /** The partitions that it was asked for. */
    public List<Integer> partitions() {
        return partitions;
    }

    /** Whether it surely has not heard of the request. */
    boolean unasked() {
        return unasked;
    }

    private static String described(List<Integer> partitions) {
        return partitions.size() == 1 ? "partition " + partitions.getFirst() : "partitions " + partitions;
    }
}
