package dev.daybook.processor.intake;

import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.HeaderNames;
import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.streams.deadletter.Failure;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a message, as far as they can be read.
 *
 * @param headers those that can
 * @param failure why the others cannot, null if there are no others
 */
record Labels(CommandHeaders headers, @Nullable Failure failure) {
    /** What is copied into events, replies and store keys must leave room for the payload. */
    static final int LONGEST = 1_024;

    /** Reads them; of malformed ones it drops one at a time, so that a sender who can be told is told. */
    static Labels read(Headers headers) {
        try {
            return new Labels(limited(CommandHeaders.read(headers)), null);
        } catch (MalformedHeaderException first) {
            var failure = new Failure(Failure.UNREADABLE, Objects.requireNonNull(first.getMessage()), null);
            return new Labels(rest(new RecordHeaders(headers).remove(first.header())), failure);
        }
    }

    private static CommandHeaders rest(Headers headers) {
        while (true) {
            try {
                return limited(CommandHeaders.read(headers));
            } catch (MalformedHeaderException e) {
                headers.remove(e.header());
            }
        }
    }

    private static CommandHeaders limited(CommandHeaders headers) {
        limit(HeaderNames.ID, headers.id());
        limit(HeaderNames.CORRELATION_ID, headers.correlationId());
        limit(HeaderNames.PRINCIPAL, headers.principal());
        limit(HeaderNames.TRACE_PARENT, headers.traceparent());
        var replyTo = headers.replyTo();
        limit(HeaderNames.REPLY_KEY, replyTo == null ? null : replyTo.key());
        return headers;
    }

    private static void limit(String name, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw new MalformedHeaderException(name, value, "at most " + LONGEST + " characters");
        }
    }
}
