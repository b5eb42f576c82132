package dev.daybook.projection.ledger;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.UnreadableMessageException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log, its payload not read yet.
 *
 * @param headers what its headers say
 * @param rawHeaders its headers
 * @param value its payload as it was written
 */
@SuppressWarnings("ArrayRecordComponent") // events are not compared
public record LoggedEvent(EventHeaders headers, Headers rawHeaders, byte[] value) {

    /**
     * Reads the headers.
     *
     * @throws dev.daybook.platform.message.MalformedHeaderException if they are not those of an event
     * @throws UnreadableMessageException if there is no payload
     */
    public static LoggedEvent of(Headers rawHeaders, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableMessageException("An event has a payload, but this record has none");
        }
        return new LoggedEvent(EventHeaders.read(rawHeaders), rawHeaders, value);
    }
}
