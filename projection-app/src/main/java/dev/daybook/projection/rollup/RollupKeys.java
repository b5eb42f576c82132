package dev.daybook.projection.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.projection.ledger.SortableTime;
import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a rollup's store. All begin with a mark; a group's goes on with the group; one of its past with the group,
 * its length before it, the time and the position; an aggregate's with its id; one of a late event with the time and the position.
 */
final class RollupKeys {
    private static final byte GROUP = 1;
    private static final byte PAST = 2;
    private static final byte AGGREGATE = 3;
    private static final byte LATE = 4;

    private RollupKeys() {}

    static Bytes group(String group) {
        return joined(GROUP, group.getBytes(UTF_8));
    }

    /** Before the keys of all groups after one; null: before all. */
    static Bytes groupsAfter(@Nullable String group) {
        return group == null ? Bytes.wrap(new byte[] {GROUP}) : group(group + '\0');
    }

    static Bytes groupsEnd() {
        return Bytes.wrap(new byte[] {PAST});
    }

    static String group(Bytes key) {
        return new String(Arrays.copyOfRange(key.get(), 1, key.get().length), UTF_8);
    }

    static Bytes past(String group, Instant time, long position) {
        var bytes = group.getBytes(UTF_8);
        var prefix = ByteBuffer.allocate(1 + Varint.size(bytes.length) + bytes.length)
                .put(PAST);
        Varint.write(bytes.length, prefix);
        return moment(prefix.put(bytes).array(), time, position);
    }

    /** Before all that is kept of a group's past. */
    static Bytes pastBegin(String group) {
        return past(group, Instant.MIN, 0);
    }

    static Bytes aggregate(String id) {
        return joined(AGGREGATE, id.getBytes(UTF_8));
    }

    static Bytes late(Instant time, long position) {
        return moment(new byte[] {LATE}, time, position);
    }

    static Bytes lateBegin() {
        return late(Instant.MIN, 0);
    }

    /** The position in a key that ends with one. */
    static long position(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES);
    }

    private static Bytes moment(byte[] prefix, Instant time, long position) {
        var key = ByteBuffer.allocate(prefix.length + SortableTime.SIZE + Long.BYTES)
                .put(prefix);
        SortableTime.write(time, key);
        return Bytes.wrap(key.putLong(position).array());
    }

    private static Bytes joined(byte mark, byte[] rest) {
        return Bytes.wrap(
                ByteBuffer.allocate(1 + rest.length).put(mark).put(rest).array());
    }
}
