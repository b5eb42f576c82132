package dev.daybook.projection.timeline;

/** The names that timelines have in Kafka. */
public final class TimelineNames {

    private TimelineNames() {}

    /** The id of the Kafka Streams application that keeps the timelines of a context. */
    public static String application(String context) {
        return context + "-timeline";
    }

    static String source(String aggregate) {
        return aggregate + "-events";
    }

    static String processor(String aggregate) {
        return aggregate + "-post";
    }

    /** The store of the timeline of a type of aggregate. */
    public static String store(String aggregate) {
        return aggregate + "-timeline";
    }
}
