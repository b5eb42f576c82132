package dev.daybook.processor.outlet;

import dev.daybook.outcome.Outcome;
import dev.daybook.processor.command.Encoding;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;

/** Encodes what a decision makes for the topics that it goes to. */
public record WireEncoding<E, S>(Wire<E> events, Wire<S> states, Wire<Outcome> outcomes) implements Encoding<E, S> {

    @Override
    public Encoded event(E event) {
        return events.encode(event);
    }

    @Override
    public Encoded state(S state) {
        return states.encode(state);
    }

    @Override
    public Encoded outcome(Outcome outcome) {
        return outcomes.encode(outcome);
    }
}
