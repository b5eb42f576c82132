package dev.daybook.processor.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.avro.Vocabulary;
import dev.daybook.outcome.Outcome;
import dev.daybook.streams.wire.Encoded;

/** Writes events and states as text, and outcomes as Avro. */
final class TextEncoding implements Encoding<Counter.Fact, String> {
    private static final Vocabulary<Outcome> OUTCOMES = Vocabulary.of(Outcome.class);

    static String text(Encoded encoded) {
        return new String(encoded.bytes(), UTF_8);
    }

    @Override
    public Encoded event(Counter.Fact event) {
        return new Encoded(event.getClass().getSimpleName(), event.toString().getBytes(UTF_8));
    }

    @Override
    public Encoded state(String state) {
        return new Encoded("State", state.getBytes(UTF_8));
    }

    @Override
    public Encoded outcome(Outcome outcome) {
        return new Encoded(OUTCOMES.codecOf(outcome).fullName(), OUTCOMES.encode(outcome));
    }
}
