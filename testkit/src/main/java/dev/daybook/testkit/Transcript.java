package dev.daybook.testkit;

import dev.daybook.core.Action;
import dev.daybook.core.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A history as a reader wants to see it when a test fails. */
public final class Transcript {
    private Transcript() {}

    static <C, E, S> String of(History<C, E, S> given, C command, Decision<E> decision, History<C, E, S> then) {
        return given(given.events())
                + section("when", command.toString())
                + section("then", outcome(decision, given.version()))
                + section("state", then.state().toString());
    }

    /** What happened before, under its label. */
    public static String given(List<? extends Recorded<?>> events) {
        return section("given", events(events.stream().map(Recorded::event).toList(), 0));
    }

    /** What follows from a command. */
    public static <E> String outcome(Decision<E> decision, long versionBefore) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) -> events(events, versionBefore);
            case Decision.Rejected<E>(var code, var message, var details) ->
                "rejected: " + code + ": " + message + (details.isEmpty() ? "" : " " + details);
        };
    }

    static <I, S> String of(ProcessHistory<I, S> given, String what, Optional<ProcessHistory<I, S>> then) {
        return inputs(given)
                + section("when", what)
                + then.map(Transcript::done).orElse("");
    }

    /** What an instance of a process was told, and what it did about the last of it. */
    static String told(ProcessHistory<?, ?> history) {
        return inputs(history) + done(history);
    }

    /** What an instance of a process was told. */
    static String inputs(ProcessHistory<?, ?> history) {
        return section(
                "given", lines(history.inputs().stream().map(Recorded::event).map(String::valueOf)));
    }

    private static String done(ProcessHistory<?, ?> history) {
        return section("then", actions(history.actions()))
                + section("stage", history.stage().toString())
                + section("state", String.valueOf(history.state()));
    }

    /** One action to a line. */
    public static String actions(List<Action> actions) {
        return lines(actions.stream().map(Transcript::action));
    }

    static String action(Action action) {
        return switch (action) {
            case Action.Send(var aggregate, var id, var command) -> aggregate + " " + id + ": " + command;
            case Action.SetTimer(var name, var due, var command) ->
                "timer '" + name + "' at " + due + ": " + action(command);
            case Action.CancelTimer(var name) -> "cancel timer '" + name + "'";
        };
    }

    private static String lines(Stream<String> lines) {
        var all = lines.collect(Collectors.joining("\n"));
        return all.isEmpty() ? "nothing" : all;
    }

    /** One event to a line, after its version. */
    static String events(List<?> events, long versionBefore) {
        return events.isEmpty()
                ? "nothing"
                : IntStream.range(0, events.size())
                        .mapToObj(i -> (versionBefore + i + 1) + ". " + events.get(i))
                        .collect(Collectors.joining("\n"));
    }

    /** A label with lines beside it. */
    public static String section(String label, String lines) {
        return "%-9s %s\n".formatted(label, lines.indent(10).strip());
    }
}
