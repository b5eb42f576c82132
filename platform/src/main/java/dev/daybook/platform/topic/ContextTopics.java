package dev.daybook.platform.topic;

/**
 * The names of the topics of a bounded context.
 *
 * @param context the context's name, such as {@code orders}
 */
public record ContextTopics(String context) {
    /** The first part of the names of topics for others, and so the name of no context. */
    public static final String PUBLIC = "public";

    /** The commands to aggregates of a type, such as {@code orders.order.commands}. */
    public String commands(String aggregateType) {
        return context + "." + aggregateType + ".commands";
    }

    /** The events of aggregates of a type, such as {@code orders.order.events}. */
    public String events(String aggregateType) {
        return context + "." + aggregateType + ".events";
    }

    /** The outcomes of commands, for who waits for them, such as {@code orders.replies}. */
    public String replies() {
        return context + ".replies";
    }

    /** The commands that cannot be processed, such as {@code orders.dead-letters}. */
    public String deadLetters() {
        return context + ".dead-letters";
    }

    /** What the read side is told about the builds of the context's views, such as {@code orders.view-builds}. */
    public String viewBuilds() {
        return context + ".view-builds";
    }

    /** What the instances of a business process are told, such as {@code orders.fulfillment.inbox}. */
    public String inbox(String process) {
        return context + "." + process + ".inbox";
    }

    /** The commands of business processes, until they are forwarded, such as {@code orders.outbox}. */
    public String outbox() {
        return context + ".outbox";
    }

    /** What the context tells others, such as {@code public.orders}. */
    public String published() {
        return PUBLIC + "." + context;
    }
}
