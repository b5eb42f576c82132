package dev.daybook.testkit;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.core.Subscription;
import dev.daybook.core.Subscription.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one instance of a business process so far: what it was told, and what it remembers of it. Immutable. It is what the
 * process manager does with an inbox, without the inbox.
 */
public final class ProcessHistory<I, S> {
    private final BusinessProcess<I, S> process;
    private final List<Recorded<I>> inputs;
    private final S state;

    private ProcessHistory(BusinessProcess<I, S> process, List<Recorded<I>> inputs, S state) {
        this.process = process;
        this.inputs = inputs;
        this.state = state;
    }

    /** The history of an instance that was told nothing yet. */
    public static <I, S> ProcessHistory<I, S> of(BusinessProcess<I, S> process) {
        return new ProcessHistory<>(process, List.of(), process.manager().initial());
    }

    /**
     * What an event of the aggregate that its metadata names says, and to which instance.
     *
     * @return empty if it is none of the process's business
     */
    public static <I> Optional<Told<I>> told(BusinessProcess<I, ?> process, Object event, Metadata metadata) {
        return process.subscriptions().stream()
                .filter(subscription -> subscription.aggregate().equals(metadata.aggregate()))
                .findFirst()
                .flatMap(subscription -> translated(subscription, event, metadata));
    }

    private static <E, I> Optional<Told<I>> translated(
            Subscription<E, I> subscription, Object event, Metadata metadata) {
        return Optional.ofNullable(
                subscription.translation().apply(subscription.events().cast(event), metadata));
    }

    /** The history with one input more. */
    public ProcessHistory<I, S> tell(I input, Metadata metadata) {
        var more = new ArrayList<>(inputs);
        more.add(new Recorded<>(input, metadata));
        return new ProcessHistory<>(
                process, List.copyOf(more), process.manager().evolve(state, input, metadata));
    }

    /** What is done about the last that it was told. */
    public List<Action> actions() {
        var last = inputs.getLast();
        return process.manager().react(state, last.event(), last.metadata());
    }

    /** Whether it sent a command so far, or set a timer that sends it. */
    boolean sent(Action.Send command) {
        S folded = process.manager().initial();
        for (var input : inputs) {
            folded = process.manager().evolve(folded, input.event(), input.metadata());
            if (process.manager().react(folded, input.event(), input.metadata()).stream()
                    .anyMatch(action -> sends(action, command))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sends(Action action, Action.Send command) {
        return switch (action) {
            case Action.Send send -> send.equals(command);
            case Action.SetTimer timer -> timer.command().equals(command);
            case Action.CancelTimer _ -> false;
        };
    }

    /** The state, folded anew from the first input. */
    public S replay() {
        S folded = process.manager().initial();
        for (var input : inputs) {
            folded = process.manager().evolve(folded, input.event(), input.metadata());
        }
        return folded;
    }

    /** The type of process. */
    public BusinessProcess<I, S> process() {
        return process;
    }

    /** What it was told so far. */
    public List<Recorded<I>> inputs() {
        return inputs;
    }

    /** The state, as it was carried along from input to input. */
    public S state() {
        return state;
    }

    /** Where it stands. */
    public Stage stage() {
        return process.manager().stage(state);
    }
}
