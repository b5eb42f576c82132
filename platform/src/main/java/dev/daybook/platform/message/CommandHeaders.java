package dev.daybook.platform.message;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a command. A plain Kafka producer may leave out every one of them: null then.
 *
 * @param id the command's id
 * @param type the full name of its record
 * @param aggregateType the type of aggregate that it is for
 * @param time the sender's clock
 * @param expectedVersion the version that the aggregate must be at; 0: it must not exist yet
 * @param correlationId what all messages of one business conversation share
 * @param causationId the id of the message that made the sender send this one
 * @param principal on whose behalf it is sent
 * @param traceparent the W3C trace context; null also if malformed
 * @param replyTo where the sender waits for the outcome
 */
public record CommandHeaders(
        @Nullable String id,
        @Nullable String type,
        @Nullable String aggregateType,
        @Nullable Instant time,
        @Nullable Long expectedVersion,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String principal,
        @Nullable String traceparent,
        @Nullable ReplyTo replyTo) {

    /**
     * Reads what is there.
     *
     * @throws MalformedHeaderException if a header is there, but does not say what it must
     */
    public static CommandHeaders read(Headers headers) {
        var reader = new HeaderReader(headers);
        return new CommandHeaders(
                reader.text(HeaderNames.ID),
                reader.text(HeaderNames.TYPE),
                reader.text(HeaderNames.AGGREGATE_TYPE),
                reader.time(HeaderNames.TIME),
                reader.count(HeaderNames.EXPECTED_VERSION, 0),
                reader.text(HeaderNames.CORRELATION_ID),
                reader.text(HeaderNames.CAUSATION_ID),
                reader.text(HeaderNames.PRINCIPAL),
                reader.traceParent(),
                reader.replyTo());
    }

    /**
     * Writes what is not null.
     *
     * @param source who sends it, a URI reference
     * @param subject the aggregate's id
     */
    public void write(Headers headers, String source, String subject) {
        new HeaderWriter(headers)
                .add(HeaderNames.ID, id)
                .add(HeaderNames.TYPE, type)
                .add(HeaderNames.SOURCE, source)
                .add(HeaderNames.SUBJECT, subject)
                .add(HeaderNames.TIME, time)
                .add(HeaderNames.AGGREGATE_TYPE, aggregateType)
                .add(HeaderNames.EXPECTED_VERSION, expectedVersion)
                .add(HeaderNames.CORRELATION_ID, correlationId)
                .add(HeaderNames.CAUSATION_ID, causationId)
                .add(HeaderNames.PRINCIPAL, principal)
                .add(HeaderNames.TRACE_PARENT, traceparent)
                .add(HeaderNames.REPLY_TO, replyTo)
                .add(HeaderNames.REPLY_KEY, replyTo == null ? null : replyTo.key())
                .add(
                        HeaderNames.REPLY_ACK,
                        replyTo == null || replyTo.ack() == Ack.COMMITTED
                                ? null
                                : replyTo.ack().word());
    }
}
