package dev.daybook.projection.rollup;

import dev.daybook.projection.ledger.Varint;
import dev.daybook.projection.view.RowCodec;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes and reads two rows, each of which may be missing: the first with its length before it, then the second. */
record PairCodec<R>(RowCodec<R> rows) {

    /** Two rows. */
    record Pair<R>(@Nullable R first, @Nullable R second) {}

    byte[] encode(@Nullable R first, @Nullable R second) {
        var one = rows.encodeRow(first);
        var other = rows.encodeRow(second);
        var buffer = ByteBuffer.allocate(Varint.size(one.length) + one.length + other.length);
        Varint.write(one.length, buffer);
        return buffer.put(one).put(other).array();
    }

    Pair<R> decode(byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        var one = new byte[(int) Varint.read(buffer)];
        buffer.get(one);
        var other = new byte[buffer.remaining()];
        buffer.get(other);
        return new Pair<>(rows.decodeRow(one), rows.decodeRow(other));
    }
}
