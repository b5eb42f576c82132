package dev.daybook.processor.store;

import dev.daybook.processor.command.Snapshot;
import dev.daybook.streams.store.Varint;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The format of aggregates. A key is the aggregate's id; a value is its version as a varint and its state. */
final class StateEntries {

    private StateEntries() {}

    static byte[] key(String aggregateId) {
        var id = aggregateId.getBytes(StandardCharsets.UTF_8);
        return EntryKind.STATE.key(id.length).put(id).array();
    }

    static byte[] value(Snapshot<Encoded> snapshot) {
        var state = snapshot.state().bytes();
        var out = ByteBuffer.allocate(Varint.length(snapshot.version()) + state.length);
        Varint.write(snapshot.version(), out);
        return out.put(state).array();
    }

    static <S> Snapshot<S> read(byte[] value, Wire<S> states) {
        var in = ByteBuffer.wrap(value);
        var version = Varint.read(in);
        var state = new byte[in.remaining()];
        in.get(state);
        return new Snapshot<>(states.decode(state), version);
    }
}
