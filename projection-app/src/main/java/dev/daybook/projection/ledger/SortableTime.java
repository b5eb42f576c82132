package dev.daybook.projection.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Times in twelve bytes whose order is that of the times: seconds with the sign turned round, then nanoseconds. */
public final class SortableTime {
    /** How many bytes a time takes. */
    public static final int SIZE = Long.BYTES + Integer.BYTES;

    private SortableTime() {}

    /** Writes a time. */
    public static void write(Instant time, ByteBuffer out) {
        out.putLong(time.getEpochSecond() ^ Long.MIN_VALUE).putInt(time.getNano());
    }

    /** Reads a time. */
    public static Instant read(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong() ^ Long.MIN_VALUE, in.getInt());
    }
}
