package dev.daybook.projection.ledger;

import java.nio.ByteBuffer;

/** Counts in as few bytes as they need: seven bits in each, the lowest first, the eighth set in all but the last. */
public final class Varint {
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private Varint() {}

    /** How many bytes a count needs. */
    public static int size(long count) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(count) + BITS - 1) / BITS);
    }

    /** Writes a count, which is not negative. */
    public static void write(long count, ByteBuffer out) {
        var rest = count;
        for (; rest >= MORE; rest >>>= BITS) {
            out.put((byte) (rest | MORE));
        }
        out.put((byte) rest);
    }

    /** Reads a count. */
    public static long read(ByteBuffer in) {
        var count = 0L;
        for (var shift = 0; ; shift += BITS) {
            var next = in.get();
            count |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return count;
            }
        }
    }
}
