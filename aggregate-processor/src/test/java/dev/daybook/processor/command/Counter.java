package dev.daybook.processor.command;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decider;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import java.util.Collections;
import java.util.Map;

/** A small aggregate that can do all that a decider can do, the bad things included. */
final class Counter {

    /** What it can be asked to do. */
    sealed interface Ask {
        /** Counts on by one, so many times. */
        record Count(int times) implements Ask {}

        /** Asks for what is so. */
        record Nothing() implements Ask {}

        /** Breaks a rule. */
        record Refuse(String message) implements Ask {}

        /** Makes the decider throw. */
        record Throw(RuntimeException exception) implements Ask {}

        /** Makes the decider call itself without end. */
        record Recurse() implements Ask {}

        /** Makes an event of so many characters. */
        record Write(int length) implements Ask {}

        /** Makes an event that lets the state grow to so many characters. */
        record Grow(int length) implements Ask {}
    }

    /** What happened to it. */
    sealed interface Fact {
        record Counted() implements Fact {}

        record Written(String text) implements Fact {}

        record Grown(int length) implements Fact {}
    }

    static final Aggregate<Ask, Fact, String> AGGREGATE =
            new Aggregate<>("counter", Ask.class, Fact.class, String.class, new Behaviour());

    private Counter() {}

    private static final class Behaviour implements Decider<Ask, Fact, String> {

        @Override
        public String initial() {
            return "";
        }

        @Override
        public Decision<Fact> decide(Ask command, String state, Metadata metadata) {
            return switch (command) {
                case Ask.Count(var times) -> Decision.accept(Collections.nCopies(times, new Fact.Counted()));
                case Ask.Nothing() -> Decision.nothing();
                case Ask.Refuse(var message) -> Decision.reject("rule", message, Map.of("state", state));
                case Ask.Throw(var exception) -> throw exception;
                case Ask.Recurse() -> decide(command, state + state, metadata.withVersion(metadata.version() + 1));
                case Ask.Write(var length) -> Decision.accept(new Fact.Written("w".repeat(length)));
                case Ask.Grow(var length) -> Decision.accept(new Fact.Grown(length));
            };
        }

        @Override
        public String evolve(String state, Fact event, Metadata metadata) {
            return switch (event) {
                case Fact.Counted() -> state + metadata.version();
                case Fact.Written(var text) -> state;
                case Fact.Grown(var length) -> "g".repeat(length);
            };
        }
    }
}
