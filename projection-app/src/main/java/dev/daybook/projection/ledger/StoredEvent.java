package dev.daybook.projection.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An event as a ledger keeps it whole: the number of headers; each header's name and value; the payload. Names and values
 * have their length before them, counted up by one so that 0 says that there is no value.
 */
public final class StoredEvent {

    private StoredEvent() {}

    /** What is kept of an event. */
    public static byte[] encode(LoggedEvent event) {
        var headers = event.rawHeaders().toArray();
        var size = Varint.size(headers.length) + event.value().length;
        for (var header : headers) {
            size += sizeOf(header.key().getBytes(UTF_8)) + sizeOf(header.value());
        }
        var buffer = ByteBuffer.allocate(size);
        Varint.write(headers.length, buffer);
        for (var header : headers) {
            write(header.key().getBytes(UTF_8), buffer);
            write(header.value(), buffer);
        }
        return buffer.put(event.value()).array();
    }

    /** The event that was kept. */
    public static LoggedEvent decode(byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        Headers headers = new RecordHeaders();
        for (var left = Varint.read(buffer); left > 0; left--) {
            headers.add(new String(Objects.requireNonNull(read(buffer)), UTF_8), read(buffer));
        }
        var value = new byte[buffer.remaining()];
        buffer.get(value);
        return LoggedEvent.of(headers, value);
    }

    private static int sizeOf(byte @Nullable [] bytes) {
        return bytes == null ? 1 : Varint.size(bytes.length + 1) + bytes.length;
    }

    private static void write(byte @Nullable [] bytes, ByteBuffer buffer) {
        if (bytes == null) {
            Varint.write(0, buffer);
        } else {
            Varint.write(bytes.length + 1, buffer);
            buffer.put(bytes);
        }
    }

    private static byte @Nullable [] read(ByteBuffer buffer) {
        var length = (int) Varint.read(buffer) - 1;
        if (length < 0) {
            return null;
        }
        var bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
