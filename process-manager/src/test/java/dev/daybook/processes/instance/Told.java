package dev.daybook.processes.instance;

import dev.daybook.avro.Bytes;
import dev.daybook.core.Metadata;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.process.HeldInput;
import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstance;
import dev.daybook.process.Trail;
import dev.daybook.process.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance of {@link Talk}, what it is told, and all that has come out of it. A message is one line of words. */
final class Told {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<ProcessEvent> history = new ArrayList<>();
    private final List<OpenCommand> outbox = new ArrayList<>();
    private final List<HeldInput> held = new ArrayList<>();
    private final InstanceHandler<String, String> handler =
            new InstanceHandler<>(Talk.PROCESS, new Talk(), this::again);
    private boolean forgetful;
    private String unheard = "";
    private @Nullable ProcessInstance instance;

    /** The instance, which must have begun. */
    ProcessInstance instance() {
        return Objects.requireNonNull(instance);
    }

    boolean begun() {
        return instance != null;
    }

    String state() {
        return Talk.text(instance().state());
    }

    /** How much is held back for it. */
    long heldBack() {
        return instance().heldTo() - instance().heldFrom();
    }

    List<ProcessEvent> history() {
        return history;
    }

    ProcessEvent last() {
        return history.getLast();
    }

    /** The commands that were sent, as their ids and words. */
    List<String> sent() {
        return outbox.stream()
                .map(command -> command.id() + " " + Talk.text(command.payload()))
                .toList();
    }

    /** The next event of an order. Whether anything followed is returned, here and below. */
    boolean event(String order, long sequence, String words) {
        return tell("event|" + order + "|" + sequence + "|" + words);
    }

    boolean accepted(String commandId) {
        return tell("accepted|" + commandId);
    }

    boolean refused(String commandId) {
        return tell("refused|" + commandId);
    }

    boolean conflicted(String commandId) {
        return tell("conflicted|" + commandId);
    }

    boolean reused(String commandId) {
        return tell("reused|" + commandId);
    }

    boolean crashed(String commandId) {
        return tell("crashed|" + commandId);
    }

    boolean retry() {
        return tell("retry|r-1");
    }

    boolean fire(String timer) {
        return follow(handler.fire("a", instance(), timer));
    }

    private boolean tell(String line) {
        var message = new HeldInput(NOON, List.of(), Bytes.of(line.getBytes(StandardCharsets.UTF_8)));
        return follow(
                handler.handle("a", instance, read(message), (id, from, to) -> held.subList((int) from, (int) to)));
    }

    private boolean follow(Optional<Turned> turned) {
        turned.ifPresent(what -> {
            instance = what.after();
            held.addAll(what.held());
            what.history().forEach(entry -> history.add(entry.event()));
            outbox.addAll(what.outbox());
        });
        return turned.isPresent();
    }

    /** From now on nothing that is held back can be read. */
    void forget() {
        forgetful = true;
    }

    /** From now on the process hears nothing of this order. */
    void cease(String order) {
        unheard = "event|" + order + "|";
    }

    private Letter<String> again(HeldInput message) {
        if (forgetful) {
            throw new UnreadableMessageException("It is in another hand");
        }
        return !unheard.isEmpty() && Talk.text(message.value()).startsWith(unheard)
                ? new Letter.Unheard<>(new Trigger("left", "Event", "order", ""), message)
                : read(message);
    }

    private static Letter<String> read(HeldInput message) {
        var words = Talk.text(message.value()).split("\\|", -1);
        return switch (words[0]) {
            case "event" -> event(message, words[1], Long.parseLong(words[2]), words[3]);
            case "accepted" ->
                reply(message, words[1], new CommandAccepted(words[1], "order", "1", 1, 0, 1, List.of()));
            case "refused" ->
                reply(message, words[1], new CommandRejected(words[1], "order", "1", 1, "no", "Never", Map.of()));
            case "conflicted" -> reply(message, words[1], new VersionConflict(words[1], "order", "1", 3, 5));
            case "reused" -> reply(message, words[1], new CommandIdReused(words[1], "order", "1"));
            case "crashed" ->
                reply(message, words[1], new CommandFailed(words[1], "order", "1", "decider-failed", "It broke"));
            default -> new Letter.Retry<>(new Trigger(words[1], "Retry", "", ""), message, words[1], "ann");
        };
    }

    private static Letter<String> event(HeldInput message, String order, long sequence, String words) {
        var id = order + "-" + sequence;
        var input = words.equals("nothing") ? Optional.<String>empty() : Optional.of(words);
        return new Letter.Event<>(
                new Trigger(id, "Event", "order", order),
                message,
                new Trail("story", id, null, null),
                "order/" + order,
                sequence,
                () -> input,
                new Metadata("order", order, sequence, NOON, "c", "story", null));
    }

    private static Letter<String> reply(HeldInput message, String commandId, Outcome outcome) {
        return new Letter.Reply<>(new Trigger(commandId, "Outcome", "order", "1"), message, commandId, outcome, NOON);
    }
}
