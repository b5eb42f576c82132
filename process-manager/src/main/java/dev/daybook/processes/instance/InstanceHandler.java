package dev.daybook.processes.instance;

import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.process.HeldInput;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessInstance;
import dev.daybook.process.Trail;
import dev.daybook.streams.StreamsAppException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a business process make of what they are told.
 *
 * <p>It is a pure function of the message and of what is remembered of the instance, which in turn is a function of its
 * inbox up to that message; only timers come from outside. Its inputs are delivered at least once: an event is known by
 * the version of its aggregate, which only grows, and an answer by the command, which is open until it is answered. So
 * whatever comes again changes nothing.
 *
 * <p>An instance whose process throws, or has no answer to a refusal, fails: what it is told from then on is held back, in
 * order, until it is retried. If it failed at a refusal, every command that was refused without an answer by then is sent again,
 * and the rest is told. If it failed otherwise, all of it is told, and the first such refusal fails it anew: nothing is sent again
 * whose refusal nobody could know of. No other instance waits for it. All that a process says is tried on a copy, so that what throws
 * in the middle leaves nothing behind. An exception of the surroundings, a {@link StreamsAppException}, is none of the
 * process: it is thrown on, and nothing is written.
 */
public final class InstanceHandler<I, S> {
    /** The code of a failure: the process threw an exception. */
    public static final String THREW = "process-threw";
    /** The code of a failure: what would be remembered or told does not fit into a message. */
    public static final String TOO_LARGE = "too-large";

    /** The code of a failure: what was held back cannot be read any more. */
    public static final String UNREADABLE = "unreadable";

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
     * @param holding what is held back for the instance
     * @return empty if nothing follows
     */
    public Optional<Turned> handle(
            String instanceId, @Nullable ProcessInstance before, Letter<I> letter, Holding holding) {
        var turn = begin(instanceId, before);
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
            case Letter.Retry<I> retry -> retry(turn, retry, holding);
            case Letter.Unheard<I> _ -> {}
        }
        return turn.end();
    }

    /** Takes a message that leads to more than a message holds: the instance fails as it was, and the message is held back. */
    public Optional<Turned> tooLarge(
            String instanceId, @Nullable ProcessInstance before, Letter<I> letter, String reason) {
        var turn = begin(instanceId, before);
        if (letter instanceof Letter.Event<I> event) {
            turn.hears(event);
        }
        if (letter instanceof Letter.Retry<I> retry) {
            turn.stayFailed(retry, TOO_LARGE, reason);
        } else if (turn.failed()) {
            turn.hold(letter);
        } else {
            turn.fail(letter, trail(turn, letter), TOO_LARGE, reason);
        }
        return turn.end();
    }

    /**
     * Sends the command of a timer that is due.
     *
     * @return empty if the instance has no such timer
     */
    public Optional<Turned> fire(String instanceId, ProcessInstance before, String timer) {
        var turn = begin(instanceId, before);
        turn.fire(timer);
        return turn.end();
    }

    private Turn<I, S> begin(String instanceId, @Nullable ProcessInstance before) {
        return new Turn<>(process, encoding, instanceId, before);
    }

    private void tell(Turn<I, S> turn, Letter<I> letter) {
        if (turn.failed()) {
            turn.hold(letter);
            return;
        }
        switch (letter) {
            case Letter.Event<I> event ->
                attempt(
                        turn,
                        event,
                        event.trail(),
                        trial -> event.input()
                                .get()
                                .ifPresent(input -> advance(trial, event, event.trail(), input, event.metadata())));
            case Letter.Reply<I> reply -> turn.open(reply.commandId()).ifPresent(command -> hear(turn, reply, command));
            case Letter.Unheard<I> _ -> {}
            case Letter.Retry<I> retry -> throw new IllegalArgumentException("A retry is never held: " + retry);
        }
    }

    private void hear(Turn<I, S> turn, Letter.Reply<I> reply, OpenCommand command) {
        var manager = process.manager();
        var trail = trail(command);
        switch (reply.outcome()) {
            case CommandAccepted accepted ->
                attempt(turn, reply, trail, trial -> {
                    var input = manager.accepted(encoding.command(command));
                    if (input != null) {
                        advance(trial, reply, trail, input, metadata(reply, command, accepted.version()));
                    }
                    trial.answered(command);
                });
            case CommandRejected refused ->
                attempt(turn, reply, trail, trial -> {
                    var input = answer(command, refused);
                    if (input == null) {
                        trial.fail(reply.trigger(), trail, refused.code(), refused.message(), command);
                    } else {
                        advance(trial, reply, trail, input, metadata(reply, command, refused.version()));
                        trial.answered(command);
                    }
                });
            case VersionConflict conflict ->
                turn.fail(
                        reply.trigger(),
                        trail,
                        "version-conflict",
                        "Expected the aggregate at version %d, but it is at version %d"
                                .formatted(conflict.expectedVersion(), conflict.actualVersion()),
                        command);
            case CommandIdReused _ ->
                turn.fail(
                        reply.trigger(),
                        trail,
                        "command-id-reused",
                        "Expected an id of its own, but another command had it before",
                        command);
            case CommandFailed failed -> turn.fail(reply.trigger(), trail, failed.code(), failed.reason(), command);
            case OutcomeUnknown _ -> {}
        }
    }

    private void advance(Turn<I, S> trial, Letter<I> letter, Trail trail, I input, Metadata metadata) {
        var manager = process.manager();
        var state = manager.evolve(trial.state(), input, metadata);
        var actions = List.copyOf(manager.react(state, input, metadata));
        actions.forEach(this::require);
        trial.advance(letter.trigger(), trail, state, actions, manager.stage(state));
    }

    private void require(Action action) {
        switch (action) {
            case Action.Send send -> encoding.require(send);
            case Action.SetTimer timer -> encoding.require(timer.command());
            case Action.CancelTimer _ -> {}
        }
    }

    private void retry(Turn<I, S> turn, Letter.Retry<I> retry, Holding holding) {
        if (!turn.failed()) {
            return;
        }
        var held = new ArrayList<HeldInput>();
        var refused = new ArrayList<OpenCommand>();
        var replies = new HashSet<String>();
        for (var message : turn.release(holding)) {
            refused(turn, message, replies).ifPresentOrElse(refused::add, () -> held.add(message));
        }
        turn.retry(retry, refused);
        for (var next = 0; next < held.size(); next++) {
            if (turn.failed()) {
                turn.holdAgain(held.subList(next, held.size()));
                return;
            }
            turn.expect(held.size() - next - 1);
            tellAgain(turn, held.get(next), retry);
        }
        turn.expect(0);
    }

    /**
     * The command that was refused while the instance had failed at a refusal, and to whose refusal the process has no answer: told
     * of it, the instance would fail once more.
     *
     * @param replies the commands whose answers were seen before; only the first answer counts
     */
    private Optional<OpenCommand> refused(Turn<I, S> turn, HeldInput message, Set<String> replies) {
        if (!turn.failedAtRefusal()) {
            // Whoever retries it knows of another failure, and of no refusal.
            return Optional.empty();
        }
        try {
            return reader.read(message) instanceof Letter.Reply<I> reply && replies.add(reply.commandId())
                    ? turn.open(reply.commandId()).filter(command -> fails(reply, command))
                    : Optional.empty();
        } catch (StreamsAppException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            // The instance fails at it when its turn comes, and says why.
            return Optional.empty();
        }
    }

    private boolean fails(Letter.Reply<I> reply, OpenCommand command) {
        return switch (reply.outcome()) {
            case CommandAccepted _, OutcomeUnknown _ -> false;
            case CommandRejected refused -> answer(command, refused) == null;
            case VersionConflict _, CommandIdReused _, CommandFailed _ -> true;
        };
    }

    private @Nullable I answer(OpenCommand command, CommandRejected refused) {
        return process.manager().refused(encoding.command(command), refusal(refused));
    }

    private void tellAgain(Turn<I, S> turn, HeldInput message, Letter.Retry<I> retry) {
        Letter<I> letter;
        try {
            letter = reader.read(message);
        } catch (StreamsAppException e) {
            throw e;
        } catch (RuntimeException e) {
            // Another build, which held it back, could read it.
            turn.failAgain(message, retry, e);
            return;
        }
        tell(turn, letter);
    }

    /** Takes over what a process does, unless it throws: then the instance has failed, and is otherwise as it was. */
    private void attempt(Turn<I, S> turn, Letter<I> letter, Trail trail, Consumer<Turn<I, S>> course) {
        var trial = turn.copy();
        try {
            course.accept(trial);
        } catch (StreamsAppException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            turn.fail(letter, trail, THREW, "The process threw " + e);
            return;
        }
        turn.become(trial);
    }

    private static Metadata metadata(Letter.Reply<?> reply, OpenCommand command, long version) {
        return new Metadata(
                command.aggregate(),
                command.aggregateId(),
                version,
                reply.time(),
                command.id(),
                command.trail().correlationId(),
                command.trail().principal());
    }

    private Trail trail(Turn<I, S> turn, Letter<I> letter) {
        return switch (letter) {
            case Letter.Event<I> event -> event.trail();
            case Letter.Reply<I> reply -> trail(turn.open(reply.commandId()).orElseThrow());
            case Letter.Retry<I> _, Letter.Unheard<I> _ ->
                throw new IllegalArgumentException("Only an event or an answer has a trail: " + letter);
        };
    }

    private static Trail trail(OpenCommand command) {
        return command.trail().withCausationId(command.id());
    }

    private static Decision.Rejected<?> refusal(CommandRejected rejected) {
        return new Decision.Rejected<>(rejected.code(), rejected.message(), rejected.details());
    }
}
