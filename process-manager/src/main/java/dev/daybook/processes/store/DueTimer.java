package dev.daybook.processes.store;

import dev.daybook.process.OpenTimer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A timer in the order of time. Its key is the time in microseconds in eight bytes, the length of the instance's id in two, that id, and
 * the timer's name; the value is empty, as the instance has the rest.
 */
public record DueTimer(Instant due, String instanceId, String name) {
    static final byte[] VALUE = {};

    static DueTimer of(String instanceId, OpenTimer timer) {
        return new DueTimer(timer.due(), instanceId, timer.name());
    }

    byte[] key() {
        var id = instanceId.getBytes(StandardCharsets.UTF_8);
        var timer = name.getBytes(StandardCharsets.UTF_8);
        return EntryKind.TIMER
                .key(Long.BYTES + Short.BYTES + id.length + timer.length)
                // Flipped, times before the epoch sort before those after it.
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, due) ^ Long.MIN_VALUE)
                .putShort((short) id.length)
                .put(id)
                .put(timer)
                .array();
    }

    static DueTimer read(byte[] key) {
        var in = ByteBuffer.wrap(key, 1, key.length - 1);
        var due = Instant.EPOCH.plus(in.getLong() ^ Long.MIN_VALUE, ChronoUnit.MICROS);
        var id = text(in, in.getShort() & 0xffff);
        return new DueTimer(due, id, text(in, in.remaining()));
    }

    private static String text(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
