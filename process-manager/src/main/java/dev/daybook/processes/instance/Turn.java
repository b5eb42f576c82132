package dev.daybook.processes.instance;

import dev.daybook.avro.Bytes;
import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Stage;
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
    private static final int LONGEST_REASON = 1_000;

    private final Encoding<S> encoding;
    private final String idPrefix;
    private final List<Turned.Entry> history = new ArrayList<>();
    private final List<OpenCommand> outbox = new ArrayList<>();
    private ProcessInstance instance;
    private S state;
    private boolean changed;

    Turn(BusinessProcess<I, S> process, Encoding<S> encoding, String instanceId, @Nullable ProcessInstance before) {
        this.encoding = encoding;
        this.idPrefix = process.name() + ":" + instanceId + ":";
        this.state = before == null ? process.manager().initial() : encoding.state(before.state());
        this.instance = before == null
                ? new ProcessInstance(
                        0, 0, ProcessStatus.RUNNING, Map.of(), List.of(), List.of(), null, List.of(), Bytes.of())
                : before;
    }

    S state() {
        return state;
    }

    boolean failed() {
        return instance.failure() != null;
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
        become(instance.withHeld(with(instance.held(), letter.raw())));
        record(
                new InputHeld(letter.trigger()),
                Objects.requireNonNull(instance.failure()).trail());
    }

    /** Does what the process says. */
    void advance(Trigger trigger, Trail trail, InstanceHandler.Advance<S> advance) {
        state = advance.state();
        var sent = new ArrayList<SentCommand>();
        var planned = new ArrayList<PlannedCommand>();
        var cancelled = new ArrayList<String>();
        for (var action : advance.actions()) {
            switch (action) {
                case Action.Send send -> sent.add(send(issue(send, trail)));
                case Action.SetTimer timer -> planned.add(set(timer, trail));
                case Action.CancelTimer(var name) -> cancel(name, cancelled);
            }
        }
        if (advance.stage() == Stage.COMPLETED) {
            instance.timers().forEach(timer -> cancel(timer.name(), cancelled));
        }
        become(instance.withStatus(status(advance.stage())));
        record(new ProcessAdvanced(trigger, instance.status(), sent, planned, cancelled, encoding.json(state)), trail);
    }

    /** Fails at a message, which it will be told again. */
    void fail(Letter<I> letter, Trail trail, Throwable why) {
        become(instance.withHeld(with(instance.held(), letter.raw())));
        fail(letter.trigger(), trail, InstanceHandler.THREW, "The process threw " + why, null, 1);
    }

    /** Fails because a command was refused, which will be sent again. */
    void fail(Trigger trigger, Trail trail, String code, String reason, OpenCommand refused) {
        answered(refused);
        fail(trigger, trail, code, reason, refused, 0);
    }

    private void fail(
            Trigger trigger, Trail trail, String code, String reason, @Nullable OpenCommand refused, int held) {
        var shortened = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
        become(instance.withStatus(ProcessStatus.FAILED).withFailure(new Failure(code, shortened, trail, refused)));
        record(new ProcessFailed(trigger, code, shortened, held), trail);
    }

    /** Forgets the failure, sends again what was refused, and returns what was held back. */
    List<HeldInput> retry(Letter.Retry<I> retry, Stage stage) {
        var failure = Objects.requireNonNull(instance.failure());
        var held = instance.held();
        become(instance.withFailure(null).withHeld(List.of()).withStatus(status(stage)));
        var sent = new ArrayList<SentCommand>();
        if (failure.refused() != null) {
            var trail = failure.refused().trail().withCausationId(retry.messageId());
            sent.add(send(failure.refused().withId(nextId()).withTrail(trail)));
        }
        record(
                new ProcessRetried(retry.trigger(), instance.status(), sent),
                failure.trail().withCausationId(retry.messageId()).withPrincipal(retry.principal()));
        return held;
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
                ? Optional.of(new Turned(instance.withState(encoding.state(state)), history, outbox))
                : Optional.empty();
    }

    private PlannedCommand set(Action.SetTimer action, Trail trail) {
        var command = issue(action.command(), trail);
        timer(action.name()).ifPresent(timer -> become(instance.withTimers(without(instance.timers(), timer))));
        become(instance.withTimers(with(instance.timers(), new OpenTimer(action.name(), action.due(), command))));
        return new PlannedCommand(action.name(), action.due(), shown(command));
    }

    private void cancel(String name, List<String> cancelled) {
        timer(name).ifPresent(timer -> {
            become(instance.withTimers(without(instance.timers(), timer)));
            cancelled.add(name);
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
        return idPrefix + instance.commands();
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
