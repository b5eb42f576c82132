package dev.daybook.processor.store;

import java.nio.ByteBuffer;

/** Whole numbers from 0 up in as few bytes as they need, seven bits in each, the lowest first. */
final class Varint {

    private Varint() {}

    static int length(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    }

    static void write(long value, ByteBuffer out) {
        var rest = value;
        while (rest > 0x7f) {
            out.put((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    static long read(ByteBuffer in) {
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
