package dev.daybook.processor.intake;

import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.streams.intake.Addressing;
import dev.daybook.streams.message.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message besides its payload, with what the sender left out derived.
 *
 * @param aggregateId the aggregate that it is for; {@link Addressing#NOBODY} if it does not say
 * @param messageId its id
 * @param time when it was appended to the log
 * @param correlationId what all messages of one business conversation share
 */
public record Envelope(
        String aggregateId,
        String messageId,
        Instant time,
        String correlationId,
        @Nullable String principal,
        @Nullable String traceparent,
        @Nullable ReplyTo replyTo) {

    static Envelope of(String aggregateId, Received received, CommandHeaders headers) {
        var id = headers.id() == null ? received.placeId() : headers.id();
        return new Envelope(
                aggregateId,
                id,
                received.time(),
                headers.correlationId() == null ? id : headers.correlationId(),
                headers.principal(),
                headers.traceparent(),
                headers.replyTo());
    }
}
