package dev.daybook.projection.parking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The keys of what is parked, beyond all other keys of a ledger's store. An aggregate's is a mark and its id; an event's is
 * another mark, the aggregate's id with its length before it, and the position in eight bytes.
 */
final class ParkedKeys {
    private static final byte AGGREGATE = 0x70;
    private static final byte EVENT = 0x71;
    private static final byte END = 0x72;

    private ParkedKeys() {}

    static Bytes aggregate(String id) {
        var bytes = id.getBytes(UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + bytes.length).put(AGGREGATE).put(bytes).array());
    }

    /** Before the keys of all aggregates after one; null: before all. */
    static Bytes aggregatesAfter(@Nullable String id) {
        return id == null ? Bytes.wrap(new byte[] {AGGREGATE}) : aggregate(id + '\0');
    }

    static Bytes aggregatesEnd() {
        return Bytes.wrap(new byte[] {EVENT});
    }

    static String aggregateId(Bytes aggregate) {
        var key = aggregate.get();
        return new String(Arrays.copyOfRange(key, 1, key.length), UTF_8);
    }

    static Bytes event(String aggregateId, long position) {
        var id = aggregateId.getBytes(UTF_8);
        var key = ByteBuffer.allocate(1 + Varint.size(id.length) + id.length + Long.BYTES)
                .put(EVENT);
        Varint.write(id.length, key);
        return Bytes.wrap(key.put(id).putLong(position).array());
    }

    /** Before the keys of all events of all aggregates. */
    static Bytes events() {
        return Bytes.wrap(new byte[] {EVENT});
    }

    static Bytes eventsEnd() {
        return Bytes.wrap(new byte[] {END});
    }
}
