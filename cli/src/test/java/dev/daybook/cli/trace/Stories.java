package dev.daybook.cli.trace;

import dev.daybook.process.InputHeld;
import dev.daybook.process.PlannedCommand;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.ProcessStatus;
import dev.daybook.process.SentCommand;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages of a story, made by hand: each comes a second after the one before. */
final class Stories {
    static final String STORY = "story-1";
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    final List<Message> messages = new ArrayList<>();
    private long versions;
    private String correlationId = STORY;

    /** What follows says that it is part of this. */
    Stories in(String correlationId) {
        this.correlationId = correlationId;
        return this;
    }

    Stories command(Ref ref, String type) {
        return command(ref, type, null);
    }

    Stories command(Ref ref, String type, @Nullable String causationId) {
        messages.add(new Message.Command(
                ref, named(type), now(), causationId, correlationId, null, "place-" + messages.size()));
        return this;
    }

    Stories event(Ref ref, String type, String commandId) {
        messages.add(new Message.Event(ref, ++versions, named(type), now(), commandId, correlationId, null));
        return this;
    }

    Stories step(String instanceId, ProcessEvent event, String causationId) {
        var version = ++versions;
        messages.add(new Message.Step(
                new Ref("fulfillment", instanceId, "fulfillment:" + instanceId + "@" + version),
                version,
                event.getSchema().getFullName(),
                now(),
                causationId,
                correlationId,
                event));
        return this;
    }

    Stories deadLetter(@Nullable Ref ref, String origin) {
        messages.add(new Message.DeadLetter(ref, now(), correlationId, "unreadable", "It is no Avro", origin));
        return this;
    }

    private Instant now() {
        return time(messages.size());
    }

    static Instant time(int message) {
        return BEGIN.plusSeconds(message);
    }

    static ProcessAdvanced advanced(Trigger trigger, SentCommand... commands) {
        return new ProcessAdvanced(trigger, ProcessStatus.RUNNING, List.of(commands), List.of(), List.of(), "{}");
    }

    static ProcessAdvanced planned(Trigger trigger, PlannedCommand... timers) {
        return new ProcessAdvanced(trigger, ProcessStatus.RUNNING, List.of(), List.of(timers), List.of(), "{}");
    }

    static ProcessAdvanced cancelled(Trigger trigger, String... timers) {
        return new ProcessAdvanced(trigger, ProcessStatus.RUNNING, List.of(), List.of(), List.of(timers), "{}");
    }

    static ProcessFailed failed(Trigger trigger) {
        return new ProcessFailed(trigger, "process-threw", "It threw", 1);
    }

    static InputHeld held(Trigger trigger) {
        return new InputHeld(trigger);
    }

    static ProcessRetried retried(SentCommand... commands) {
        return new ProcessRetried(
                new Trigger("retry-1", "dev.daybook.process.RetryProcess", "", ""),
                ProcessStatus.RUNNING,
                List.of(commands));
    }

    static TimerFired fired(String timer, SentCommand command) {
        return new TimerFired(timer, command);
    }

    static PlannedCommand timer(String name, SentCommand command) {
        return new PlannedCommand(name, BEGIN.plusSeconds(86_400), command);
    }

    static Trigger told(Ref message, String type) {
        return new Trigger(message.id(), named(type), message.owner(), message.ownerId());
    }

    /** The answer to a command. */
    static Trigger answer(Ref command, String outcome) {
        return new Trigger(command.id(), "dev.daybook.outcome." + outcome, command.owner(), command.ownerId());
    }

    static SentCommand sent(Ref ref, String type) {
        return new SentCommand(ref.id(), named(type), ref.owner(), ref.ownerId());
    }

    /** A story in lines, without times and outcomes: each line is indented by what it follows from. */
    static String lines(List<Node> beginnings) {
        var lines = new ArrayList<String>();
        new Tree(new Words(Map.of()), lines::add).print(STORY, beginnings);
        return lines.stream()
                .map(line ->
                        line.substring("2026-01-01 00:00:00.000  ".length()).replace(": not asked", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String named(String type) {
        return "dev.daybook.orders." + type;
    }
}
