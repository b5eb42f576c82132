package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.platform.message.EventHeaders;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** What a bare topology makes of a record. */
enum Outputs {
    /** All as large as the record itself. */
    SMALL("bare") {
        @Override
        byte[] state(Record<byte[], byte[]> message) {
            return message.value();
        }

        @Override
        Record<byte[], byte[]> event(Record<byte[], byte[]> message) {
            return message;
        }

        @Override
        Record<byte[], byte[]> reply(Record<byte[], byte[]> message) {
            return message;
        }
    },
    /** All as large as what Daybook writes: a state, an event with all its headers, and an outcome. */
    LARGE("bare-large") {
        private static final byte[] STATE = new byte[220];
        private static final byte[] OUTCOME = new byte[210];

        @Override
        byte[] state(Record<byte[], byte[]> message) {
            return STATE;
        }

        @Override
        Record<byte[], byte[]> event(Record<byte[], byte[]> message) {
            var headers = new RecordHeaders();
            HEADERS.write(headers);
            return message.withHeaders(headers);
        }

        @Override
        Record<byte[], byte[]> reply(Record<byte[], byte[]> message) {
            return message.withValue(OUTCOME);
        }
    };

    private static final EventHeaders HEADERS = headers();

    private final String title;

    Outputs(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String events() {
        return "bench." + title + ".events";
    }

    String replies() {
        return "bench." + title + ".replies";
    }

    abstract byte[] state(Record<byte[], byte[]> message);

    abstract Record<byte[], byte[]> event(Record<byte[], byte[]> message);

    abstract Record<byte[], byte[]> reply(Record<byte[], byte[]> message);

    private static EventHeaders headers() {
        var command = Wire.COMMANDS + "-3-1234567";
        var order = "t3-12345";
        return new EventHeaders(
                command + ":1",
                "dev.daybook.orders.ItemAdded",
                "/orders/order/" + order,
                order,
                Instant.EPOCH,
                Wire.AGGREGATE,
                3,
                1_234_567,
                command,
                command,
                null,
                null);
    }
}
