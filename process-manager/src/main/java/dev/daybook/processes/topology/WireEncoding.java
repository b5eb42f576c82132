package dev.daybook.processes.topology;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.Bytes;
import dev.daybook.core.Action;
import dev.daybook.http.json.RecordJson;
import dev.daybook.process.OpenCommand;
import dev.daybook.processes.instance.Encoding;
import dev.daybook.streams.wire.Wire;

/** Encodes what an instance remembers and sends for the topics that it goes to. */
record WireEncoding<S>(Wire<S> states, CommandWires commands) implements Encoding<S> {

    @Override
    public Bytes state(S state) {
        return Bytes.of(states.encode(state).bytes());
    }

    @Override
    public S state(Bytes encoded) {
        return states.decode(encoded.toByteArray());
    }

    @Override
    public String json(S state) {
        return RecordJson.text((AvroRecord) state);
    }

    @Override
    public void require(Action.Send command) {
        commands.require(command);
    }

    @Override
    public Payload payload(Action.Send command) {
        var encoded = commands.encode(command);
        return new Payload(encoded.type(), Bytes.of(encoded.bytes()));
    }

    @Override
    public Action.Send command(OpenCommand command) {
        return new Action.Send(
                command.aggregate(),
                command.aggregateId(),
                commands.decode(command.aggregate(), command.payload().toByteArray()));
    }
}
