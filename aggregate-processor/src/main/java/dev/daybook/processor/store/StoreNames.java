package dev.daybook.processor.store;

/** The names of the store of a type of aggregate, and of the topic that it is rebuilt from. */
public final class StoreNames {

    private StoreNames() {}

    /** The store that holds all that a partition remembers. */
    public static String memory(String aggregateType) {
        return aggregateType + "-memory";
    }

    /** The topic of its changes, as Kafka Streams names it. */
    public static String changelog(String applicationId, String aggregateType) {
        return applicationId + "-" + memory(aggregateType) + "-changelog";
    }
}
