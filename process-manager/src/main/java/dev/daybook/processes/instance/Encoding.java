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

    /** The full name of a command's record. */
    String type(Action.Send command);

    Bytes payload(Action.Send command);

    Action.Send command(OpenCommand command);
}
