package dev.daybook.platform.message;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an integration event. They tell nothing of who works in the context, nor of how it counts.
 *
 * @param id the id of the domain event that it is made of
 * @param type the full name of its record
 * @param source the aggregate, as {@link EventHeaders#source} writes it
 * @param subject the aggregate's id
 * @param time when the command that led to it was appended to the log
 * @param correlationId what all messages of one business conversation share
 * @param causationId the id of the command that led to it
 * @param traceparent the W3C trace context
 */
public record PublicHeaders(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String correlationId,
        String causationId,
        @Nullable String traceparent) {

    /**
     * Those of what a domain event is made into.
     *
     * @param type the full name of the integration event's record
     */
    public static PublicHeaders of(EventHeaders event, String type) {
        return new PublicHeaders(
                event.id(),
                type,
                event.source(),
                event.subject(),
                event.time(),
                event.correlationId(),
                event.causationId(),
                event.traceparent());
    }

    /**
     * Reads them.
     *
     * @throws MalformedHeaderException if one is missing or does not say what it must
     */
    public static PublicHeaders read(Headers headers) {
        var reader = new HeaderReader(headers);
        return new PublicHeaders(
                reader.requiredText(HeaderNames.ID),
                reader.requiredText(HeaderNames.TYPE),
                reader.requiredText(HeaderNames.SOURCE),
                reader.requiredText(HeaderNames.SUBJECT),
                reader.requiredTime(HeaderNames.TIME),
                reader.requiredText(HeaderNames.CORRELATION_ID),
                reader.requiredText(HeaderNames.CAUSATION_ID),
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
                .add(HeaderNames.CORRELATION_ID, correlationId)
                .add(HeaderNames.CAUSATION_ID, causationId)
                .add(HeaderNames.TRACE_PARENT, traceparent);
    }
}
