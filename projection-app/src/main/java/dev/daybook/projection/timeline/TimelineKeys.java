package dev.daybook.projection.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/** The keys of a timeline's store: a mark, the aggregate's id with its length before it, the version in eight bytes. */
final class TimelineKeys {
    private static final byte EVENT = 1;

    private TimelineKeys() {}

    static Bytes event(String aggregateId, long version) {
        var id = aggregateId.getBytes(UTF_8);
        var key = ByteBuffer.allocate(1 + Varint.size(id.length) + id.length + Long.BYTES);
        key.put(EVENT);
        Varint.write(id.length, key);
        return Bytes.wrap(key.put(id).putLong(version).array());
    }
}
