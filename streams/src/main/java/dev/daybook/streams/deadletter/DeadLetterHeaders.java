package dev.daybook.streams.deadletter;

/** The names of the headers that a dead letter has besides those of the message that it was. */
public final class DeadLetterHeaders {
    /** A stable name of the reason. */
    public static final String REASON = "daybook.deadletter.reason";
    /** The reason for a person. */
    public static final String MESSAGE = "daybook.deadletter.message";
    /** The topic that the message lay on. */
    public static final String TOPIC = "daybook.deadletter.topic";
    /** The partition that it lay on. */
    public static final String PARTITION = "daybook.deadletter.partition";
    /** Its offset there. */
    public static final String OFFSET = "daybook.deadletter.offset";
    /** The beginning of the stack trace, if an exception was the reason. */
    public static final String STACK_TRACE = "daybook.deadletter.stacktrace";
    /** The bytes that are missing because the whole does not fit; they are at the offset. */
    public static final String OMITTED = "daybook.deadletter.omitted";

    private DeadLetterHeaders() {}
}
