package dev.daybook.streams.deadletter;

import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Received;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes dead letters: the message with its bytes and headers as they were, and the reason.
 *
 * @param largest the most bytes of a dead letter. Of a message that comes too near to it only the reason and the place
 *     in the log are written.
 */
public record DeadLetterWriter(int largest) {
    private static final int LONGEST_STACK_TRACE = 4_000;
    /** More than what Kafka writes around a record and its headers. */
    private static final int FRAMING = 256;

    private static final int FRAMING_OF_HEADER = 10;

    /** The message of a dead letter. */
    public Record<byte[], Outgoing> message(Received received, Failure failure) {
        var whole = new RecordHeaders(received.headers());
        explain(whole, received, failure);
        var size = size(received.key()) + size(received.value()) + size(whole) + FRAMING;
        if (size <= largest) {
            return message(received, received.key(), received.value(), whole);
        }
        var reason = new RecordHeaders();
        explain(reason, received, failure);
        add(reason, DeadLetterHeaders.OMITTED, String.valueOf(size));
        return message(received, null, null, reason);
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a message may have no key.
    private static Record<byte[], Outgoing> message(
            Received received, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new Record<>(key, Outgoing.anywhere(value), received.message().timestamp(), headers);
    }

    private static void explain(Headers headers, Received received, Failure failure) {
        add(headers, DeadLetterHeaders.REASON, failure.code());
        add(headers, DeadLetterHeaders.MESSAGE, failure.message());
        add(headers, DeadLetterHeaders.TOPIC, received.place().topic());
        add(
                headers,
                DeadLetterHeaders.PARTITION,
                String.valueOf(received.place().partition()));
        add(headers, DeadLetterHeaders.OFFSET, String.valueOf(received.place().offset()));
        if (failure.cause() != null) {
            add(headers, DeadLetterHeaders.STACK_TRACE, stackTrace(failure.cause()));
        }
    }

    private static String stackTrace(Throwable cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return trace.getBuffer().substring(0, Math.min(trace.getBuffer().length(), LONGEST_STACK_TRACE));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static int size(Headers headers) {
        var size = 0;
        for (var header : headers) {
            size += FRAMING_OF_HEADER + 3 * header.key().length() + size(header.value());
        }
        return size;
    }
}
