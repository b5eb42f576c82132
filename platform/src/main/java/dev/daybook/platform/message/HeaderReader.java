package dev.daybook.platform.message;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads typed values from the headers of a message; of headers with one name, the last counts. */
final class HeaderReader {
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private static final char REPLACEMENT = '\ufffd';

    private final Headers headers;

    HeaderReader(Headers headers) {
        this.headers = headers;
        requireSpecVersion();
    }

    /** The header's text, or null if the message does not have it. An empty one is malformed. */
    @Nullable
    String text(String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        var value = decoded(name, header.value());
        if (value.isEmpty()) {
            throw new MalformedHeaderException(name, value, "a text that is not empty");
        }
        return value;
    }

    String requiredText(String name) {
        return required(name, text(name), "a text that is not empty");
    }

    @Nullable
    Instant time(String name) {
        var value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new MalformedHeaderException(name, value, "a time as in RFC 3339, such as 2026-11-01T12:30:00Z");
        }
    }

    Instant requiredTime(String name) {
        return required(name, time(name), "a time as in RFC 3339, such as 2026-11-01T12:30:00Z");
    }

    @Nullable
    Long count(String name, long least) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            var count = Long.parseLong(value);
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new MalformedHeaderException(name, value, wholeNumber(least));
    }

    long requiredCount(String name, long least) {
        return required(name, count(name, least), wholeNumber(least));
    }

    /** The trace context, or null if there is none or it is malformed: W3C Trace Context, §3.2, ignores it then. */
    @Nullable
    String traceParent() {
        var header = headers.lastHeader(HeaderNames.TRACE_PARENT);
        if (header == null || header.value() == null) {
            return null;
        }
        var value = new String(header.value(), StandardCharsets.US_ASCII);
        return TRACE_PARENT.matcher(value).matches() ? value : null;
    }

    /** Where to reply, or null if nobody waits. */
    @Nullable
    ReplyTo replyTo() {
        var value = text(HeaderNames.REPLY_TO);
        return value == null ? null : ReplyTo.parse(value, text(HeaderNames.REPLY_KEY), replyAck());
    }

    private Ack replyAck() {
        return Ack.DECIDED.word().equals(text(HeaderNames.REPLY_ACK)) ? Ack.DECIDED : Ack.COMMITTED;
    }

    private void requireSpecVersion() {
        var version = text(HeaderNames.SPEC_VERSION);
        if (version != null && !version.equals(HeaderWriter.SPEC_VERSION)) {
            throw new MalformedHeaderException(HeaderNames.SPEC_VERSION, version, HeaderWriter.SPEC_VERSION);
        }
    }

    private static <T> T required(String name, @Nullable T value, String expected) {
        if (value == null) {
            throw new MalformedHeaderException(name, null, expected);
        }
        return value;
    }

    private static String wholeNumber(long least) {
        return "a whole number of " + least + " or more";
    }

    /** Strict, without a decoder for each header: only what decodes to the replacement character is looked at twice. */
    private static String decoded(String name, byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            throw new MalformedHeaderException(name, "0x" + HexFormat.of().formatHex(value), "text in UTF-8");
        }
        return text;
    }
}
