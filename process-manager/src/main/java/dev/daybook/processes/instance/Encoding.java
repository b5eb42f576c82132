package dev.daybook.processes.instance;

import dev.daybook.avro.Bytes;
import dev.daybook.core.Action;
import dev.daybook.process.OpenCommand;

/** The port to the wire formats of what an instance remembers and sends. */
public interface Encoding<S> {

    Bytes state(S state);

    S state(Bytes encoded);

    /** The state for people. */
    String json(S state);

    /**
     * Fails if there is no such aggregate in the context, or if it takes no such command.
     *
     * @throws IllegalArgumentException saying which
     */
    void require(Action.Send command);

    /** A command as it is sent. */
    Payload payload(Action.Send command);

    Action.Send command(OpenCommand command);

    /**
     * A record in its wire format.
     *
     * @param type the full name of the record
     */
    record Payload(String type, Bytes bytes) {}
}
