package dev.daybook.platform.message;

/** The names of Kafka headers: those of the CloudEvents 1.0 Kafka binding in binary mode, and Daybook's own. */
public final class HeaderNames {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    /** The binding gives it no prefix. */
    public static final String CONTENT_TYPE = "content-type";

    public static final String AGGREGATE_TYPE = "ce_aggregatetype";
    public static final String EXPECTED_VERSION = "ce_expectedversion";
    public static final String SEQUENCE = "ce_sequence";
    public static final String POSITION = "ce_position";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String PRINCIPAL = "ce_principal";

    /** The W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";
    /** Where the sender of a command waits for its outcome: {@code topic:partition}. */
    public static final String REPLY_TO = "replyto";
    /** What the reply's key shall be, if not the command's id. */
    public static final String REPLY_KEY = "replykey";
    /** What the sender waits for: {@code decided}, or {@code committed}, which is the default. */
    public static final String REPLY_ACK = "replyack";
    /** On a reply: {@code true} if the outcome was decided for an earlier copy of the command. */
    public static final String REPLAYED = "replayed";

    private HeaderNames() {}
}
