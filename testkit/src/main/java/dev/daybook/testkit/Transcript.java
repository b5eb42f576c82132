package dev.daybook.testkit;

import dev.daybook.core.Decision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
