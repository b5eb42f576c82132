package dev.daybook.platform.message;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a reply, which carries the outcome of a command.
 *
 * @param commandId the id of the command that it answers
 * @param type the full name of the outcome's record
 * @param source who decided, a URI reference
 * @param subject the aggregate's id
 * @param time when the command was appended to the log
 * @param aggregateType the aggregate's type
 * @param replayed whether the outcome was decided for an earlier copy of the command
 * @param traceparent the W3C trace context of the command
 */
public record ReplyHeaders(
        String commandId,
        String type,
        String source,
        String subject,
        Instant time,
        String aggregateType,
        boolean replayed,
        @Nullable String traceparent) {
    private static final String ID_SUFFIX = ":reply";

    /**
     * Reads them.
     *
     * @throws MalformedHeaderException if one is missing or does not say what it must
     */
    public static ReplyHeaders read(Headers headers) {
        var reader = new HeaderReader(headers);
        return new ReplyHeaders(
                reader.requiredText(HeaderNames.CAUSATION_ID),
                reader.requiredText(HeaderNames.TYPE),
                reader.requiredText(HeaderNames.SOURCE),
                reader.requiredText(HeaderNames.SUBJECT),
                reader.requiredTime(HeaderNames.TIME),
                reader.requiredText(HeaderNames.AGGREGATE_TYPE),
                "true".equals(reader.text(HeaderNames.REPLAYED)),
                reader.traceParent());
    }

    /** Writes them; the reply's own id is its command's and {@code :reply}. */
    public void write(Headers headers) {
        new HeaderWriter(headers)
                .add(HeaderNames.ID, commandId + ID_SUFFIX)
                .add(HeaderNames.TYPE, type)
                .add(HeaderNames.SOURCE, source)
                .add(HeaderNames.SUBJECT, subject)
                .add(HeaderNames.TIME, time)
                .add(HeaderNames.AGGREGATE_TYPE, aggregateType)
                .add(HeaderNames.CAUSATION_ID, commandId)
                .add(HeaderNames.TRACE_PARENT, traceparent)
                .add(HeaderNames.REPLAYED, replayed ? true : null);
    }
}
