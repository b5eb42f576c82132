package dev.daybook.projection.rollup;

import dev.daybook.projection.ledger.Varint;
import java.nio.ByteBuffer;

/** Writes and reads contributions: the position as a variable-length integer, then the rows before and after. */
record ContributionCodec<R>(PairCodec<R> pairs) {

    byte[] encode(Contribution<R> contribution) {
        var rows = pairs.encode(contribution.before(), contribution.after());
        var buffer = ByteBuffer.allocate(Varint.size(contribution.position()) + rows.length);
        Varint.write(contribution.position(), buffer);
        return buffer.put(rows).array();
    }

    Contribution<R> decode(byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        var position = Varint.read(buffer);
        var rows = new byte[buffer.remaining()];
        buffer.get(rows);
        var pair = pairs.decode(rows);
        return new Contribution<>(position, pair.first(), pair.second());
    }
}
