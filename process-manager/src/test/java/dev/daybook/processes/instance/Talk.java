package dev.daybook.processes.instance;

import dev.daybook.avro.Bytes;
import dev.daybook.core.Action;
import dev.daybook.core.BusinessProcess;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.core.ProcessManager;
import dev.daybook.core.Stage;
import dev.daybook.process.OpenCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that remembers all that it is told, and does what that says: {@code send x}, {@code timer x} for a command in an hour,
 * {@code never x} for one at no time that can be told, {@code cancel x}, {@code undo}, {@code end}, {@code throw}. A command {@code handled…} may be refused.
 */
final class Talk implements ProcessManager<String, String>, Encoding<String> {
    static final BusinessProcess<String, String> PROCESS =
            new BusinessProcess<>("talk", String.class, new Talk(), List.of());

    /** While it is set, the process throws at {@code throw}. */
    static volatile boolean broken = true;

    @Override
    public String initial() {
        return "";
    }

    @Override
    public String evolve(String state, String input, Metadata metadata) {
        return state.isEmpty() ? input : state + ", " + input;
    }

    @Override
    public List<Action> react(String state, String input, Metadata metadata) {
        var word = input.substring(input.indexOf(' ') + 1);
        return switch (input.split(" ", 2)[0]) {
            case "send" -> List.of(new Action.Send("order", "10248", word));
            case "stray" -> List.of(new Action.Send("nobody", "10248", word));
            case "timer" ->
                List.of(Action.at(
                        metadata.time().plus(Duration.ofHours(1)), word, new Action.Send("order", "10248", word)));
            case "replace-and-cancel" ->
                List.of(
                        Action.at(metadata.time(), word, new Action.Send("order", "10248", word)),
                        Action.cancelTimer(word));
            case "timer-and-end" ->
                List.of(Action.at(metadata.time(), "late", new Action.Send("order", "10248", "late")));
            case "never" -> List.of(Action.at(Instant.MAX, word, new Action.Send("order", "10248", word)));
            case "cancel" -> List.of(Action.cancelTimer(word));
            case "throw" -> {
                if (broken) {
                    throw new IllegalStateException("it is broken");
                }
                yield List.of();
            }
            default -> List.of();
        };
    }

    @Override
    public Stage stage(String state) {
        return state.endsWith("end") ? Stage.COMPLETED : state.endsWith("undo") ? Stage.COMPENSATING : Stage.RUNNING;
    }

    @Override
    public @Nullable String accepted(Action.Send command) {
        return command.command().equals("curious") ? "accepted" : null;
    }

    @Override
    public @Nullable String refused(Action.Send command, Decision.Rejected<?> refusal) {
        return ((String) command.command()).startsWith("handled") ? "refused " + refusal.code() : null;
    }

    @Override
    public Bytes state(String state) {
        return bytes(state);
    }

    @Override
    public String state(Bytes encoded) {
        return text(encoded);
    }

    @Override
    public String json(String state) {
        return '"' + state + '"';
    }

    @Override
    public void require(Action.Send command) {
        if (!command.aggregate().equals("order")) {
            throw new IllegalArgumentException("no " + command.aggregate());
        }
    }

    @Override
    public Payload payload(Action.Send command) {
        return new Payload("Text", bytes((String) command.command()));
    }

    @Override
    public Action.Send command(OpenCommand command) {
        return new Action.Send(command.aggregate(), command.aggregateId(), text(command.payload()));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
}
