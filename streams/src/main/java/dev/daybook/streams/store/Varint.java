package dev.daybook.streams.store;

import java.nio.ByteBuffer;

/** Whole numbers from 0 up in as few bytes as they need, seven bits in each, the lowest first. */
public final class Varint {

    private Varint() {}

    /** The count of bytes of a number. */
    public static int length(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    }

    /** Writes a number. */
    public static void write(long value, ByteBuffer out) {
        var rest = value;
        while (rest > 0x7f) {
            out.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** Reads a number. */
    public static long read(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
