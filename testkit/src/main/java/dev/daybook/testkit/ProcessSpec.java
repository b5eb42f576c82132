package dev.daybook.testkit;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Given/when/then for a business process:
 *
 * <pre>{@code
 * ProcessSpec.of(FULFILLMENT)
 *         .id("10248")
 *         .given(ORDER, "10248", new OrderConfirmed(…))
 *         .when(INVENTORY, "11", new StockReserved(…))
 *         .then(Action.send(ORDER, "10248", new MarkReadyToShip()));
 * }</pre>
 *
 * <p>It tells one instance what happened to aggregates, in the process's own translation, and how its commands were answered.
 * Immutable: a beginning may be kept in a field and continued by many tests. Every input checks the {@link ProcessLaws} as well.
 * A failure prints what the instance was told.
 */
public final class ProcessSpec<I, S> {
    private final String instanceId;
    private final Instant time;
    private final Map<String, Long> versions;
    private final ProcessHistory<I, S> history;

    private ProcessSpec(String instanceId, Instant time, Map<String, Long> versions, ProcessHistory<I, S> history) {
        this.instanceId = instanceId;
        this.time = time;
        this.versions = versions;
        this.history = history;
    }

    /** The specification of an instance that was told nothing yet. */
    public static <I, S> ProcessSpec<I, S> of(BusinessProcess<I, S> process) {
        return new ProcessSpec<>("a-1", Sender.ANYONE.time(), Map.of(), ProcessHistory.of(process));
    }

    /** The instance has this id. */
    public ProcessSpec<I, S> id(String instanceId) {
        return new ProcessSpec<>(instanceId, time, versions, history);
    }

    /** What comes next happens at this time. */
    public ProcessSpec<I, S> at(Instant time) {
        return new ProcessSpec<>(instanceId, time, versions, history);
    }

    /** These events happened to an aggregate, after what was given before; the instance was told those that are its business. */
    @SafeVarargs
    public final <E> ProcessSpec<I, S> given(Aggregate<?, E, ?> aggregate, String aggregateId, E... events) {
        var next = this;
        for (E event : events) {
            next = next.when(aggregate, aggregateId, event).after;
        }
        return next;
    }

    /** A command of the instance was accepted, and that says something to it. */
    public ProcessSpec<I, S> givenAccepted(Action.Send command) {
        return whenAccepted(command).told().after;
    }

    /** A command of the instance was refused, and it has an answer to that. */
    public ProcessSpec<I, S> givenRefused(Action.Send command, String code) {
        return whenRefused(command, code).told().after;
    }

    /** An event happens to an aggregate. */
    public <E> Then<I, S> when(Aggregate<?, E, ?> aggregate, String aggregateId, E event) {
        var source = aggregate.type() + " " + aggregateId;
        var more = new HashMap<>(versions);
        long version = more.merge(source, 1L, Long::sum);
        var metadata = metadata(aggregate.type(), aggregateId, version);
        var told = ProcessHistory.told(history.process(), event, metadata);
        return then(more, told.map(Told::instanceId), told.map(Told::input), metadata, source + ": " + event);
    }

    /**
     * A command of the instance is accepted.
     *
     * @throws AssertionError if it never sent it
     */
    public Then<I, S> whenAccepted(Action.Send command) {
        var input = Optional.ofNullable(history.process().manager().accepted(command));
        return answered(command, input, "accepted: " + Transcript.action(command));
    }

    /**
     * A command of the instance is refused with this code.
     *
     * @throws AssertionError if it never sent it
     */
    public Then<I, S> whenRefused(Action.Send command, String code) {
        var refusal = new Decision.Rejected<>(code, "Refused with the code " + code, Map.of());
        var input = Optional.ofNullable(history.process().manager().refused(command, refusal));
        return answered(command, input, "refused: " + code + ": " + Transcript.action(command));
    }

    private Then<I, S> answered(Action.Send command, Optional<I> input, String what) {
        law().require("Expected that it sent what is answered, " + Transcript.action(command), history.sent(command));
        var metadata = metadata(command.aggregate(), command.aggregateId(), 0);
        return then(versions, input.map(_ -> instanceId), input, metadata, what);
    }

    private Then<I, S> then(
            Map<String, Long> versions, Optional<String> toldTo, Optional<I> input, Metadata metadata, String what) {
        var next = input.filter(_ -> toldTo.filter(instanceId::equals).isPresent())
                .map(told -> ProcessLaws.tell(history, told, metadata));
        var after = new ProcessSpec<>(instanceId, time, Map.copyOf(versions), next.orElse(history));
        return new Then<>(after, toldTo, next.isPresent(), new Law(Transcript.of(history, what, next)));
    }

    private Metadata metadata(String aggregate, String aggregateId, long version) {
        return new Sender(aggregateId, time, null).send(aggregate, version);
    }

    /** Where the instance stands. */
    public void thenStage(Stage expected) {
        law().requireEqual("It stands elsewhere", expected, history.stage());
    }

    /** What the instance remembers. */
    public void thenState(S expected) {
        law().requireEqual("The state differs", expected, history.state());
    }

    private Law law() {
        return new Law(Transcript.inputs(history));
    }

    /** What the instance makes of it. */
    public static final class Then<I, S> {
        private final ProcessSpec<I, S> after;
        private final Optional<String> toldTo;
        private final boolean heard;
        private final Law law;

        private Then(ProcessSpec<I, S> after, Optional<String> toldTo, boolean heard, Law law) {
            this.after = after;
            this.toldTo = toldTo;
            this.heard = heard;
            this.law = law;
        }

        /** It does exactly this, in this order. */
        public Then<I, S> then(Action... expected) {
            told();
            if (!actions().equals(List.of(expected))) {
                throw law.broken("It does something else.\n\n"
                        + Transcript.section("expected", Transcript.actions(List.of(expected))));
            }
            return this;
        }

        /** It takes note, and does nothing. */
        public Then<I, S> thenNothing() {
            told();
            law.require("Expected it to do nothing", actions().isEmpty());
            return this;
        }

        /** Then it stands there. */
        public Then<I, S> thenStage(Stage expected) {
            law.requireEqual("It stands elsewhere", expected, after.history.stage());
            return this;
        }

        /** Then it remembers this. */
        public void thenState(S expected) {
            law.requireEqual("The state differs", expected, after.history.state());
        }

        /** These assertions hold of what it remembers then. */
        public void thenState(Consumer<? super S> assertions) {
            assertions.accept(after.history.state());
        }

        /** It has no answer to a refusal, and so the instance fails. */
        public void thenFails() {
            law.requireEqual("Expected that it has no answer", Optional.empty(), toldTo);
        }

        /** It is none of the business of this instance or any other. */
        public void thenUntold() {
            law.requireEqual("Expected that no instance is told", Optional.empty(), toldTo);
        }

        /** It is told to this other instance. */
        public void thenToldTo(String otherInstanceId) {
            law.requireEqual("Another instance is told", Optional.of(otherInstanceId), toldTo);
        }

        private List<Action> actions() {
            return after.history.actions();
        }

        private Then<I, S> told() {
            if (!heard) {
                throw law.broken("Expected that '" + after.instanceId + "' is told, but "
                        + toldTo.map(other -> "'" + other + "' is").orElse("nobody is") + ".\n");
            }
            return this;
        }
    }
}
