package dev.daybook.benchmarks.codec;

import dev.daybook.orders.ItemAdded;

/** Our generated record and codec. */
public class DaybookCodec extends CodecBenchmark {
    private final ItemAdded event = Sample.event();

    @Override
    byte[] write() {
        return ItemAdded.CODEC.encode(event);
    }

    @Override
    Object read(byte[] bytes) {
        return ItemAdded.CODEC.decode(bytes, 0, bytes.length);
    }
}
