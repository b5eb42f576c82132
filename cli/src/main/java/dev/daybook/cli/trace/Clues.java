package dev.daybook.cli.trace;

import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a story, which tells what follows from it, whatever that says that it is part of. For one thread.
 *
 * <p>Who sends a command may say what it follows from, and that it is part of something else. An instance that fails holds back what
 * other stories tell it; when it is retried, these go on with it.
 */
final class Clues {
    private final Set<String> ids = new HashSet<>();
    /** Events, and commands, those that are planned or sent included. */
    private final Set<Ref> messages = new HashSet<>();
    /** Where commands lie in the log. */
    private final Set<String> places = new HashSet<>();

    private final Set<Told> heldBack = new HashSet<>();
    private final Set<Failure> failures = new HashSet<>();
    private final Set<Instance> instances = new HashSet<>();

    private record Told(Instance instance, Trigger trigger) {}

    /** Whatever happens to an instance while it has failed, and its retry, are part of what the failure is part of. */
    private record Failure(Instance instance, String correlationId) {}

    /** Takes in a message of the story. */
    void add(Message message) {
        switch (message) {
            case Message.Command command -> {
                addMessage(command.ref());
                places.add(command.place());
            }
            case Message.Event event -> {
                addMessage(event.ref());
                addMessage(new Ref(event.ref().owner(), event.ref().ownerId(), event.causationId()));
            }
            case Message.Step step -> add(step);
            case Message.DeadLetter _ -> {}
        }
    }

    private void add(Message.Step step) {
        var instance = Instance.of(step);
        switch (step.event()) {
            case ProcessAdvanced advanced -> {
                addSent(advanced.commands());
                addSent(advanced.timers().stream().map(PlannedCommand::command).toList());
                if (!advanced.timers().isEmpty()) {
                    instances.add(instance);
                }
            }
            case TimerFired fired -> addSent(List.of(fired.command()));
            case ProcessFailed failed -> {
                failures.add(new Failure(instance, step.correlationId()));
                heldBack.add(new Told(instance, failed.trigger()));
                instances.add(instance);
            }
            case InputHeld held -> {
                heldBack.add(new Told(instance, held.trigger()));
                instances.add(instance);
            }
            case ProcessRetried retried -> addSent(retried.commands());
            case null -> {}
        }
    }

    private void addSent(List<SentCommand> commands) {
        commands.forEach(command -> addMessage(Ref.of(command)));
    }

    private void addMessage(Ref ref) {
        ids.add(ref.id());
        messages.add(ref);
    }

    /** Whether an id is that of an event or a command of the story; that of another may be the same. */
    boolean areIn(@Nullable String id) {
        return id != null && ids.contains(id);
    }

    /** Whether all that happens to an instance is of interest, because what becomes of a timer or of a failure is. */
    boolean concern(Instance instance) {
        return instances.contains(instance);
    }

    /** Whether a message follows from the story, or is a copy of one that does. */
    boolean leadTo(Message message) {
        return switch (message) {
            case Message.Command command -> areIn(command.causationId()) || messages.contains(command.ref());
            case Message.Event event ->
                messages.contains(new Ref(event.ref().owner(), event.ref().ownerId(), event.causationId()));
            case Message.Step step -> leadTo(step);
            case Message.DeadLetter letter ->
                letter.ref() == null ? places.contains(letter.origin()) : messages.contains(letter.ref());
        };
    }

    private boolean leadTo(Message.Step step) {
        var instance = Instance.of(step);
        return switch (step.event()) {
            case ProcessAdvanced advanced -> isTold(instance, advanced.trigger());
            case ProcessFailed failed -> isTold(instance, failed.trigger()) || hasFailed(instance, step);
            case InputHeld held -> isTold(instance, held.trigger()) || hasFailed(instance, step);
            case ProcessRetried retried -> hasFailed(instance, step) || sends(retried);
            case TimerFired fired -> messages.contains(Ref.of(fired.command()));
            case null -> areIn(step.causationId());
        };
    }

    private boolean isTold(Instance instance, Trigger trigger) {
        return messages.contains(Ref.of(trigger)) || heldBack.contains(new Told(instance, trigger));
    }

    /** A retry sends again what was refused, also of other stories than that of the failure. */
    private boolean sends(ProcessRetried retried) {
        return retried.commands().stream().map(Ref::of).anyMatch(messages::contains);
    }

    private boolean hasFailed(Instance instance, Message.Step step) {
        return failures.contains(new Failure(instance, step.correlationId()));
    }
}
