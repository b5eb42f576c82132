package dev.daybook.projection.peer;

import dev.daybook.projection.ledger.ProjectionException;
import java.util.List;

/** An instance that has what is asked for does not answer. */
public final class AwayException extends ProjectionException {
    private final transient Address instance;
    private final transient List<Integer> partitions;

    AwayException(Address instance, List<Integer> partitions, String why, Throwable cause) {
        super("%s, which has %s, does not answer: %s".formatted(instance, described(partitions), why), cause);
        this.instance = instance;
        this.partitions = List.copyOf(partitions);
    }

    /** The instance. */
    public Address instance() {
        return instance;
    }

    /** The partitions that it was asked for. */
    public List<Integer> partitions() {
        return partitions;
    }

    private static String described(List<Integer> partitions) {
        return partitions.size() == 1 ? "partition " + partitions.getFirst() : "partitions " + partitions;
    }
}
