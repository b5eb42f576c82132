package dev.daybook.processor.store;

/**
 * The names of the stores of a type of aggregate, and of the topics that they are rebuilt from.
 *
 * @param aggregateType the type of aggregate
 */
public record StoreNames(String aggregateType) {
    private static final String OUTCOMES = "-outcomes";

    public String state() {
        return aggregateType + "-state";
    }

    public String outcomes() {
        return aggregateType + OUTCOMES;
    }

    public String position() {
        return aggregateType + "-position";
    }

    /** Whether a store holds outcomes. */
    public static boolean isOutcomes(String store) {
        return store.endsWith(OUTCOMES);
    }

    /** The topic of a store's changes, as Kafka Streams names it. */
    public static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
