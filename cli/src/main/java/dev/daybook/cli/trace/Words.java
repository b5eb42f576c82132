package dev.daybook.cli.trace;

import dev.daybook.platform.context.CommandNames;
import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what the parts of a story are, a line for each.
 *
 * @param verdicts what became of the commands
 */
record Words(Map<Ref, Verdict> verdicts) {

    String of(Part part) {
        return switch (part) {
            case Part.Request request -> request(request);
            case Part.Timer timer -> timer(timer);
            case Message.Event event ->
                "%s, %s version %d"
                        .formatted(simpleName(event.type()), event.ref().whose(), event.version());
            case Message.Step step -> step.ref().whose() + " " + step(step);
            case Message.DeadLetter letter -> "dead letter: %s: %s".formatted(letter.code(), letter.reason());
        };
    }

    /** The same of what follows from nothing that is found, though its sender may say that it follows from something. */
    String ofBeginning(Part part) {
        return part instanceof Part.Request request && request.causationId() != null
                ? of(part) + "  because of " + request.causationId()
                : of(part);
    }

    private String request(Part.Request request) {
        var line = new StringBuilder("%s → %s: %s  [%s]"
                .formatted(
                        command(request.type()),
                        request.ref().whose(),
                        verdict(request.ref()).text(),
                        request.ref().id()));
        if (request.principal() != null) {
            line.append("  by ").append(request.principal());
        }
        if (request.copies() == 0) {
            line.append("  not in the log, or not any more");
        } else if (request.copies() > 1) {
            line.append("  sent %d times".formatted(request.copies()));
        }
        return line.toString();
    }

    private Verdict verdict(Ref command) {
        return Objects.requireNonNullElse(verdicts.get(command), Verdict.unknown("not asked"));
    }

    private static String timer(Part.Timer timer) {
        return "timer %s: %s → %s, due %s, %s"
                .formatted(
                        timer.name(), command(timer.type()), timer.command().whose(), timer.due(), fate(timer.fate()));
    }

    private static String fate(Part.Fate fate) {
        return switch (fate.kind()) {
            case OPEN -> "open";
            case FIRED -> "fired " + fate.at();
            case CANCELLED -> "cancelled " + fate.at();
            case REPLACED -> "set anew " + fate.at();
        };
    }

    private static String step(Message.Step step) {
        return switch (step.event()) {
            case ProcessAdvanced advanced -> "heard %s: %s".formatted(told(advanced.trigger()), advanced.status());
            case ProcessFailed failed ->
                "failed at %s: %s: %s".formatted(told(failed.trigger()), failed.code(), failed.reason());
            case InputHeld held -> "has failed, and holds back " + told(held.trigger());
            case ProcessRetried retried -> "was retried: " + retried.status();
            case TimerFired fired -> "timer %s fired".formatted(fired.timer());
            case null -> "did what cannot be read: " + simpleName(step.type());
        };
    }

    private static String told(Trigger trigger) {
        return simpleName(trigger.type());
    }

    private static String command(@Nullable String type) {
        return type == null ? "a command" : CommandNames.kebab(simpleName(type));
    }

    private static String simpleName(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
