package dev.daybook.processor.command;

import dev.daybook.outcome.Outcome;
import dev.daybook.streams.wire.Encoded;

/** The port to the wire format of what a decision makes. */
public interface Encoding<E, S> {

    Encoded event(E event);

    Encoded state(S state);

    Encoded outcome(Outcome outcome);
}
