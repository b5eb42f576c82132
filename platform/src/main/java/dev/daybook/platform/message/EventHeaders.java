package dev.daybook.platform.message;

import dev.daybook.core.Metadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an event.
 *
 * @param id {@code <command id>:<n>}, n counting the command's events from 1
 * @param type the full name of its record
 * @param source the aggregate, as {@link #source} writes it
 * @param subject the aggregate's id
 * @param time when its command was appended to the log
 * @param aggregateType the aggregate's type
 * @param sequence the aggregate's version that it made: 1, 2, 3 … without gaps
 * @param position the count of events in its partition up to it: 1, 2, 3 … without gaps
 * @param correlationId what all messages of one business conversation share
 * @param causationId the id of its command
 * @param principal on whose behalf the command was sent
 * @param traceparent the W3C trace context
 */
public record EventHeaders(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String aggregateType,
        long sequence,
        long position,
        String correlationId,
        String causationId,
        @Nullable String principal,
        @Nullable String traceparent) {

    /** The source of an aggregate's events, {@code /<context>/<aggregate>/<id>}, a URI: the id is percent-encoded. */
    public static String source(String context, String aggregateType, String aggregateId) {
        return "/" + context + "/" + aggregateType + "/"
                + URLEncoder.encode(aggregateId, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Reads them.
     *
     * @throws MalformedHeaderException if one is missing or does not say what it must
     */
    public static EventHeaders read(Headers headers) {
        var reader = new HeaderReader(headers);
        return new EventHeaders(
                reader.requiredText(HeaderNames.ID),
                reader.requiredText(HeaderNames.TYPE),
                reader.requiredText(HeaderNames.SOURCE),
                reader.requiredText(HeaderNames.SUBJECT),
                reader.requiredTime(HeaderNames.TIME),
                reader.requiredText(HeaderNames.AGGREGATE_TYPE),
                reader.requiredCount(HeaderNames.SEQUENCE, 1),
                reader.requiredCount(HeaderNames.POSITION, 1),
                reader.requiredText(HeaderNames.CORRELATION_ID),
                reader.requiredText(HeaderNames.CAUSATION_ID),
                reader.text(HeaderNames.PRINCIPAL),
                reader.traceParent());
    }

    /** Writes them. */
    public void write(Headers headers) {
        new HeaderWriter(headers)
                .add(HeaderNames.ID, id)
                .add(HeaderNames.TYPE, type)
                .add(HeaderNames.SOURCE, source)
                .add(HeaderNames.SUBJECT, subject)
                .add(HeaderNames.TIME, time)
                .add(HeaderNames.AGGREGATE_TYPE, aggregateType)
                .add(HeaderNames.SEQUENCE, sequence)
                .add(HeaderNames.POSITION, position)
                .add(HeaderNames.CORRELATION_ID, correlationId)
                .add(HeaderNames.CAUSATION_ID, causationId)
                .add(HeaderNames.PRINCIPAL, principal)
                .add(HeaderNames.TRACE_PARENT, traceparent);
    }

    /** The id of the command that the event follows from. */
    public String commandId() {
        return causationId;
    }

    /** What a decider or a view may know of the event besides its payload. */
    public Metadata metadata() {
        return new Metadata(aggregateType, subject, sequence, time, commandId(), correlationId, principal);
    }
}
