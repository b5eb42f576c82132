package dev.daybook.processor.store;

import dev.daybook.outcome.Outcome;
import dev.daybook.processor.command.Fingerprint;
import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.streams.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The format of outcomes. A key is the length of the aggregate's id in two bytes, that id, and the command's
 * id; a value is the command's time in milliseconds in eight bytes, its fingerprint in sixteen, and the outcome as it
 * was sent.
 */
final class OutcomeEntries {
    private static final int HEADER = 3 * Long.BYTES;

    private OutcomeEntries() {}

    static byte[] key(String aggregateId, String commandId) {
        var aggregate = aggregateId.getBytes(StandardCharsets.UTF_8);
        var command = commandId.getBytes(StandardCharsets.UTF_8);
        return EntryKind.OUTCOME
                .key(Short.BYTES + aggregate.length + command.length)
                .putShort((short) aggregate.length)
                .put(aggregate)
                .put(command)
                .array();
    }

    static byte[] value(StoredOutcome stored) {
        var outcome = stored.encoded().bytes();
        return ByteBuffer.allocate(HEADER + outcome.length)
                .putLong(stored.time().toEpochMilli())
                .putLong(stored.fingerprint().high())
                .putLong(stored.fingerprint().low())
                .put(outcome)
                .array();
    }

    static StoredOutcome read(byte[] value, Wire<Outcome> outcomes) {
        var in = ByteBuffer.wrap(value);
        var time = Instant.ofEpochMilli(in.getLong());
        var fingerprint = new Fingerprint(in.getLong(), in.getLong());
        var bytes = new byte[in.remaining()];
        in.get(bytes);
        var outcome = outcomes.decode(bytes);
        return new StoredOutcome(time, fingerprint, outcome, outcomes.asWritten(outcome, bytes));
    }

    /** The command's time, without reading the rest. */
    static Instant time(byte[] value) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
    }
}
