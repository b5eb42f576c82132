package dev.daybook.testkit;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Given/when/then for a decider:
 *
 * <pre>{@code
 * DeciderSpec.of(ORDER)
 *         .given(new OrderCreated(…), new ItemAdded(…))
 *         .when(new ConfirmOrder())
 *         .then(new OrderConfirmed(…));
 * }</pre>
 *
 * <p>Immutable: a beginning may be kept in a field and continued by many tests. Every {@code when} checks the
 * {@link DeciderLaws} as well. A failure prints the history.
 */
public final class DeciderSpec<C, E, S> {
    private final History<C, E, S> history;

    private DeciderSpec(History<C, E, S> history) {
        this.history = history;
    }

    /** The specification of an aggregate that does not exist yet. */
    public static <C, E, S> DeciderSpec<C, E, S> of(Aggregate<C, E, S> aggregate) {
        return new DeciderSpec<>(History.of(aggregate));
    }

    /** The aggregate has this id. */
    public DeciderSpec<C, E, S> id(String aggregateId) {
        return new DeciderSpec<>(history.id(aggregateId));
    }

    /** What comes next happens at this time. */
    public DeciderSpec<C, E, S> at(Instant time) {
        return new DeciderSpec<>(history.at(time));
    }

    /** What comes next is sent on behalf of this principal. */
    public DeciderSpec<C, E, S> by(String principal) {
        return new DeciderSpec<>(history.by(principal));
    }

    /** These events happened, after those given before. */
    @SafeVarargs
    public final DeciderSpec<C, E, S> given(E... events) {
        return new DeciderSpec<>(history.append(List.of(events)));
    }

    /** These commands were sent, after what was given before, and each of them was accepted. */
    @SafeVarargs
    public final DeciderSpec<C, E, S> givenCommands(C... commands) {
        var next = history;
        for (C command : commands) {
            next = new Then<>(next, command).accepted().after;
        }
        return new DeciderSpec<>(next);
    }

    /** This command is sent. */
    public Then<C, E, S> when(C command) {
        return new Then<>(history, command);
    }

    /** What was given adds up to this state. */
    public void thenState(S expected) {
        new Law(Transcript.given(history.events())).requireEqual("The state differs", expected, history.state());
    }

    /** What was given adds up to a state of which these assertions hold. */
    public void thenState(Consumer<? super S> assertions) {
        assertions.accept(history.state());
    }

    /** What became of the command. */
    public static final class Then<C, E, S> {
        private final History<C, E, S> after;
        private final List<E> events;
        private final Decision<E> decision;
        private final Law law;

        private Then(History<C, E, S> before, C command) {
            after = DeciderLaws.handle(before, command);
            events = after.since(before);
            decision = before.decide(command);
            law = new Law(Transcript.of(before, command, decision, after));
        }

        /** Exactly these events followed, in this order. */
        @SafeVarargs
        public final Then<C, E, S> then(E... expected) {
            accepted();
            if (!events.equals(List.of(expected))) {
                var versionBefore = after.version() - events.size();
                throw law.broken("Other events follow.\n\n"
                        + Transcript.section("expected", Transcript.events(List.of(expected), versionBefore)));
            }
            return this;
        }

        /** The command was accepted, and nothing happened: what it asks for is already so. */
        public void thenNothing() {
            accepted();
            law.require("Expected nothing to happen", events.isEmpty());
        }

        /** The command was refused with this code. */
        public void thenRejected(String code) {
            law.require(
                    "Expected a refusal with the code '" + code + "'",
                    rejected().code().equals(code));
        }

        /** The command was refused with this code and these details. */
        public void thenRejected(String code, Map<String, String> details) {
            thenRejected(code);
            law.requireEqual(
                    "The details of the refusal differ", details, rejected().details());
        }

        /** The state after the command is this. */
        public void thenState(S expected) {
            law.requireEqual("The state differs", expected, after.state());
        }

        /** These assertions hold of the state after the command. */
        public void thenState(Consumer<? super S> assertions) {
            assertions.accept(after.state());
        }

        private Then<C, E, S> accepted() {
            law.require("Expected the command to be accepted", decision instanceof Decision.Accepted);
            return this;
        }

        private Decision.Rejected<E> rejected() {
            if (decision instanceof Decision.Rejected<E> refused) {
                return refused;
            }
            throw law.broken("Expected the command to be refused.\n");
        }
    }
}
