package dev.daybook.projection.ledger;

import dev.daybook.platform.message.EventHeaders;
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
    private static final byte[] NO_PAYLOAD = {};

    /**
     * Reads the headers.
     *
     * @param value the payload; none is as good as an empty one, which nobody can read
     * @throws dev.daybook.platform.message.MalformedHeaderException if they are not those of an event
     */
    public static LoggedEvent of(Headers rawHeaders, byte @Nullable [] value) {
        return new LoggedEvent(EventHeaders.read(rawHeaders), rawHeaders, value == null ? NO_PAYLOAD : value);
    }
}
