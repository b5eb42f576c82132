package dev.daybook.processes.instance;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.Stage;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessInstance;
import dev.daybook.process.Trail;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a business process make of what they are told.
 *
 * <p>It is a pure function of the message and of what is remembered of the instance, which in turn is a function of its inbox up
 * to that message; only timers come from outside. Its inputs are delivered at least once: an event is known by the version of
 * its aggregate, which only grows, and an answer by the command, which is open until it is answered. So whatever comes again
 * changes nothing.
 *
 * <p>An instance whose process throws, or has no answer to a refusal, fails: it keeps what it is told from then on, in order, and
 * goes on with it when it is retried. No other instance waits for it. An exception of the surroundings is none of the process: it
 * is thrown on, and nothing is written.
 */
public final class InstanceHandler<I, S> {
    /** The code of a failure: the process threw an exception. */
    public static final String THREW = "process-threw";

    private final BusinessProcess<I, S> process;
    private final Encoding<S> encoding;
    private final LetterReader<I> reader;

    public InstanceHandler(BusinessProcess<I, S> process, Encoding<S> encoding, LetterReader<I> reader) {
        this.process = process;
        this.encoding = encoding;
        this.reader = reader;
    }

    /**
     * Takes a message.
     *
     * @param before null if the instance was told nothing yet
     * @return empty if nothing follows
     */
    public Optional<Turned> handle(String instanceId, @Nullable ProcessInstance before, Letter<I> letter) {
        var turn = new Turn<>(process, encoding, instanceId, before);
        switch (letter) {
            case Letter.Event<I> event -> {
                if (turn.hears(event)) {
                    tell(turn, event);
                }
            }
            case Letter.Reply<I> reply -> {
                if (turn.open(reply.commandId()).isPresent()) {
                    tell(turn, reply);
                }
            }
            case Letter.Retry<I> retry -> retry(turn, retry);
        }
        return turn.end();
    }

    /**
     * Sends the command of a timer that is due.
     *
     * @return empty if the instance has no such timer
     */
    public Optional<Turned> fire(String instanceId, ProcessInstance before, String timer) {
        var turn = new Turn<>(process, encoding, instanceId, before);
        turn.fire(timer);
        return turn.end();
    }

    private void tell(Turn<I, S> turn, Letter<I> letter) {
        if (turn.failed()) {
            turn.hold(letter);
            return;
        }
        switch (letter) {
            case Letter.Event<I> event ->
                attempt(turn, event, event.trail(), event.input())
                        .flatMap(input -> input)
                        .ifPresent(input -> advance(turn, event, event.trail(), input, event.metadata()));
            case Letter.Reply<I> reply -> turn.open(reply.commandId()).ifPresent(command -> hear(turn, reply, command));
            case Letter.Retry<I> retry -> throw new IllegalArgumentException("A retry is never held: " + retry);
        }
    }

    private void hear(Turn<I, S> turn, Letter.Reply<I> reply, OpenCommand command) {
        var manager = process.manager();
        var send = encoding.command(command);
        var trail = command.trail().withCausationId(command.id());
        switch (reply.outcome()) {
            case CommandAccepted _ ->
                attempt(turn, reply, trail, () -> Optional.ofNullable(manager.accepted(send)))
                        .ifPresent(input -> conclude(turn, reply, command, trail, input));
            case CommandRejected refused ->
                attempt(turn, reply, trail, () -> Optional.ofNullable(manager.refused(send, refusal(refused))))
                        .ifPresent(input -> {
                            if (input.isEmpty()) {
                                turn.fail(reply.trigger(), trail, refused.code(), refused.message(), command);
                            } else {
                                conclude(turn, reply, command, trail, input);
                            }
                        });
            case VersionConflict conflict ->
                turn.fail(reply.trigger(), trail, "version-conflict", conflict.toString(), command);
            case CommandIdReused reused ->
                turn.fail(reply.trigger(), trail, "command-id-reused", reused.toString(), command);
            case CommandFailed failed -> turn.fail(reply.trigger(), trail, failed.code(), failed.reason(), command);
            case OutcomeUnknown _ -> {}
        }
    }

    private void conclude(Turn<I, S> turn, Letter.Reply<I> reply, OpenCommand command, Trail trail, Optional<I> input) {
        input.ifPresent(told -> advance(turn, reply, trail, told, reply.metadata()));
        if (!turn.failed()) {
            turn.answered(command);
        }
    }

    private void advance(Turn<I, S> turn, Letter<I> letter, Trail trail, I input, Metadata metadata) {
        var manager = process.manager();
        attempt(turn, letter, trail, () -> {
                    var state = manager.evolve(turn.state(), input, metadata);
                    var actions = List.copyOf(manager.react(state, input, metadata));
                    actions.forEach(this::require);
                    return new Advance<>(state, actions, manager.stage(state));
                })
                .ifPresent(advance -> turn.advance(letter.trigger(), trail, advance));
    }

    /** What an instance does next. */
    record Advance<S>(S state, List<Action> actions, Stage stage) {}

    private void require(Action action) {
        switch (action) {
            case Action.Send send -> encoding.require(send);
            case Action.SetTimer timer -> encoding.require(timer.command());
            case Action.CancelTimer _ -> {}
        }
    }

    private void retry(Turn<I, S> turn, Letter.Retry<I> retry) {
        if (!turn.failed()) {
            return;
        }
        var stage = process.manager().stage(turn.state());
        for (var message : turn.retry(retry, stage)) {
            tell(turn, reader.read(message));
        }
    }

    /** What the process says; nothing if it throws, and so the instance has failed. */
    private <T> Optional<T> attempt(Turn<I, S> turn, Letter<I> letter, Trail trail, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException | StackOverflowError e) {
            turn.fail(letter, trail, e);
            return Optional.empty();
        }
    }

    private static Decision.Rejected<?> refusal(CommandRejected rejected) {
        return new Decision.Rejected<>(rejected.code(), rejected.message(), rejected.details());
    }
}
