package dev.daybook.processes.instance;

import dev.daybook.avro.Bytes;
import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Stage;
import dev.daybook.platform.context.CommandNames;
import dev.daybook.process.Failure;
import dev.daybook.process.HeldInput;
import dev.daybook.process.InputHeld;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.OpenTimer;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessInstance;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trail;
import dev.daybook.process.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance while it takes a message: what it remembers, and what follows. For one thread and one message. */
final class Turn<I, S> {
    private static final int LONGEST_REASON = 2_000;

    private final BusinessProcess<I, S> process;
    private final Encoding<S> encoding;
    private final String instanceId;
    private final List<Turned.Entry> history = new ArrayList<>();
    private final List<OpenCommand> outbox = new ArrayList<>();
    private final List<HeldInput> held = new ArrayList<>();
    private ProcessInstance instance;
    private boolean changed;
    private int expected;

    Turn(BusinessProcess<I, S> process, Encoding<S> encoding, String instanceId, @Nullable ProcessInstance before) {
        this.process = process;
        this.encoding = encoding;
        this.instanceId = instanceId;
        this.instance = before == null
                ? new ProcessInstance(
                        0, 0, ProcessStatus.RUNNING, Map.of(), List.of(), List.of(), null, 0, 0, Bytes.of())
                : before;
    }

    Turn<I, S> copy() {
        var copy = new Turn<>(process, encoding, instanceId, instance);
        copy.become(this);
        return copy;
    }

    /** Takes over all that another has come to. */
    void become(Turn<I, S> other) {
        instance = other.instance;
        changed = other.changed;
        expected = other.expected;
        replace(history, other.history);
        replace(outbox, other.outbox);
        replace(held, other.held);
    }

    private static <T> void replace(List<T> list, List<T> by) {
        var all = List.copyOf(by);
        list.clear();
        list.addAll(all);
    }

    S state() {
        return instance.state().length() == 0 ? process.manager().initial() : encoding.state(instance.state());
    }

    boolean failed() {
        return instance.failure() != null;
    }

    /** Whether it has failed because a command was refused. */
    boolean failedAtRefusal() {
        var failure = instance.failure();
        return failure != null && failure.refused() != null;
    }

    /** Whether an event is new to the instance. */
    boolean hears(Letter.Event<I> event) {
        var heard = instance.heard().getOrDefault(event.source(), 0L);
        if (event.sequence() <= heard) {
            return false;
        }
        var more = new HashMap<>(instance.heard());
        more.put(event.source(), event.sequence());
        become(instance.withHeard(more));
        return true;
    }

    /** The command of an id that is not answered yet. */
    Optional<OpenCommand> open(String commandId) {
        return instance.open().stream()
                .filter(command -> command.id().equals(commandId))
                .findFirst();
    }

    void answered(OpenCommand command) {
        become(instance.withOpen(without(instance.open(), command)));
    }

    void hold(Letter<I> letter) {
        hold(letter.raw());
        record(
                new InputHeld(letter.trigger()),
                Objects.requireNonNull(instance.failure()).trail());
    }

    private void hold(HeldInput message) {
        held.add(message);
        become(instance.withHeldTo(instance.heldTo() + 1));
    }

    /** Does what the process says. */
    void advance(Trigger trigger, Trail trail, S state, List<Action> actions, Stage stage) {
        var sent = new ArrayList<SentCommand>();
        var planned = new ArrayList<PlannedCommand>();
        var cancelled = new ArrayList<String>();
        var before = instance.timers();
        for (var action : actions) {
            switch (action) {
                case Action.Send send -> sent.add(send(issue(send, trail)));
                case Action.SetTimer timer -> planned.add(set(timer, trail));
                case Action.CancelTimer(var name) -> cancel(name, before, planned, cancelled);
            }
        }
        if (stage == Stage.COMPLETED) {
            instance.timers().forEach(timer -> cancel(timer.name(), before, planned, cancelled));
        }
        become(instance.withStatus(status(stage)).withState(encoding.state(state)));
        record(new ProcessAdvanced(trigger, instance.status(), sent, planned, cancelled, encoding.json(state)), trail);
    }

    /** Fails at a message, which it will be told again. */
    void fail(Letter<I> letter, Trail trail, String code, String reason) {
        hold(letter.raw());
        fail(letter.trigger(), trail, code, reason, null, 1);
    }

    /** Fails because a command was refused, which will be sent again. */
    void fail(Trigger trigger, Trail trail, String code, String reason, OpenCommand refused) {
        answered(refused);
        fail(trigger, trail, code, named(refused) + ": " + reason, refused, 0);
    }

    /** Fails at a message that was held back and that nobody can read now. */
    void failAgain(HeldInput message, Letter.Retry<I> retry, Throwable why) {
        hold(message);
        fail(
                retry.trigger(),
                history.getLast().trail(),
                InstanceHandler.UNREADABLE,
                "What is held back cannot be read: " + why,
                null,
                1);
    }

    private void fail(
            Trigger trigger, Trail trail, String code, String reason, @Nullable OpenCommand refused, int held) {
        var shortened = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
        become(instance.withFailure(new Failure(code, shortened, trail, instance.status(), refused))
                .withStatus(ProcessStatus.FAILED));
        record(new ProcessFailed(trigger, code, shortened, held + expected), trail);
    }

    /** Has failed before, and could not go on: all is as it was. */
    void stayFailed(Letter.Retry<I> retry, String code, String reason) {
        var failure = Objects.requireNonNull(instance.failure());
        become(instance.withFailure(failure.withCode(code).withReason(reason)));
        var held = Math.toIntExact(instance.heldTo() - instance.heldFrom());
        record(new ProcessFailed(retry.trigger(), code, reason, held), failure.trail());
    }

    /** Takes out what was held back. */
    List<HeldInput> release(Holding holding) {
        var all = holding.held(instanceId, instance.heldFrom(), instance.heldTo());
        become(instance.withHeldFrom(instance.heldTo()));
        return all;
    }

    /** Notes how much that was held back it is still to be told: should it fail, so much is held back again. */
    void expect(int messages) {
        expected = messages;
    }

    void holdAgain(List<HeldInput> messages) {
        messages.forEach(this::hold);
    }

    /**
     * Forgets the failure, and sends again what was refused.
     *
     * @param since what was refused since it failed, if that was at a refusal
     */
    void retry(Letter.Retry<I> retry, List<OpenCommand> since) {
        var failure = Objects.requireNonNull(instance.failure());
        become(instance.withFailure(null).withStatus(failure.status()));
        var sent = new ArrayList<SentCommand>();
        if (failure.refused() != null) {
            sent.add(sendAgain(failure.refused(), retry));
        }
        for (var refused : since) {
            answered(refused);
            sent.add(sendAgain(refused, retry));
        }
        record(
                new ProcessRetried(retry.trigger(), instance.status(), sent),
                failure.trail().withCausationId(retry.messageId()).withPrincipal(retry.principal()));
    }

    void fire(String name) {
        timer(name).ifPresent(timer -> {
            become(instance.withTimers(without(instance.timers(), timer)));
            record(new TimerFired(name, send(timer.command())), timer.command().trail());
        });
    }

    /** What follows; an instance that nothing has happened to is none. */
    Optional<Turned> end() {
        return changed && instance.version() > 0
                ? Optional.of(new Turned(instance, held, history, outbox))
                : Optional.empty();
    }

    private PlannedCommand set(Action.SetTimer action, Trail trail) {
        var command = issue(action.command(), trail);
        timer(action.name()).ifPresent(timer -> become(instance.withTimers(without(instance.timers(), timer))));
        become(instance.withTimers(with(instance.timers(), new OpenTimer(action.name(), action.due(), command))));
        return new PlannedCommand(action.name(), action.due(), shown(command));
    }

    /** What was set in this very step was never set; what it replaced is cancelled all the same. */
    private void cancel(String name, List<OpenTimer> before, List<PlannedCommand> planned, List<String> cancelled) {
        timer(name).ifPresent(timer -> {
            become(instance.withTimers(without(instance.timers(), timer)));
            planned.removeIf(set -> set.timer().equals(name));
            if (before.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                cancelled.add(name);
            }
        });
    }

    private Optional<OpenTimer> timer(String name) {
        return instance.timers().stream()
                .filter(timer -> timer.name().equals(name))
                .findFirst();
    }

    private OpenCommand issue(Action.Send send, Trail trail) {
        var payload = encoding.payload(send);
        return new OpenCommand(nextId(), payload.type(), send.aggregate(), send.aggregateId(), payload.bytes(), trail);
    }

    private String nextId() {
        become(instance.withCommands(instance.commands() + 1));
        return process.name() + ":" + instanceId + ":" + instance.commands();
    }

    private SentCommand sendAgain(OpenCommand command, Letter.Retry<I> retry) {
        return send(command.withId(nextId()).withTrail(command.trail().withCausationId(retry.messageId())));
    }

    private SentCommand send(OpenCommand command) {
        outbox.add(command);
        become(instance.withOpen(with(instance.open(), command)));
        return shown(command);
    }

    private void record(ProcessEvent event, Trail trail) {
        become(instance.withVersion(instance.version() + 1));
        history.add(new Turned.Entry(event, instance.version(), trail));
    }

    private void become(ProcessInstance next) {
        instance = next;
        changed = true;
    }

    private static SentCommand shown(OpenCommand command) {
        return new SentCommand(command.id(), command.type(), command.aggregate(), command.aggregateId());
    }

    /** The command in words. An instance may have many under way, so a person must be told which. */
    private static String named(OpenCommand command) {
        var type = command.type().substring(command.type().lastIndexOf('.') + 1);
        return "%s for %s/%s (%s)"
                .formatted(CommandNames.kebab(type), command.aggregate(), command.aggregateId(), command.id());
    }

    private static ProcessStatus status(Stage stage) {
        return switch (stage) {
            case RUNNING -> ProcessStatus.RUNNING;
            case COMPENSATING -> ProcessStatus.COMPENSATING;
            case COMPLETED -> ProcessStatus.COMPLETED;
        };
    }

    private static <T> List<T> with(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> list, T one) {
        var fewer = new ArrayList<>(list);
        fewer.remove(one);
        return fewer;
    }
}
