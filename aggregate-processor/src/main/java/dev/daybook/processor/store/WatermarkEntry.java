package dev.daybook.processor.store;

import dev.daybook.processor.command.Watermark;
import dev.daybook.streams.store.Varint;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The format of the watermark: two varints, the position, and the clock in milliseconds. */
final class WatermarkEntry {
    static final byte[] KEY = EntryKind.WATERMARK.first();

    private WatermarkEntry() {}

    static byte[] value(Watermark watermark) {
        var clock = watermark.clock().toEpochMilli();
        var out = ByteBuffer.allocate(Varint.length(watermark.position()) + Varint.length(clock));
        Varint.write(watermark.position(), out);
        Varint.write(clock, out);
        return out.array();
    }

    static Watermark read(byte[] value) {
        var in = ByteBuffer.wrap(value);
        return new Watermark(Varint.read(in), Instant.ofEpochMilli(Varint.read(in)));
    }
}
