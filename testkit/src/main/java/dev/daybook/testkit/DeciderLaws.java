package dev.daybook.testkit;

import dev.daybook.core.Decision;
import java.util.regex.Pattern;

/**
 * What holds for every decider, whatever its rules:
 *
 * <ul>
 *   <li>the same command at the same state is decided the same way,
 *   <li>a refusal has a code in kebab case and a message,
 *   <li>the state carried along from event to event equals the state folded anew from all events,
 *   <li>command, events and state come back from their wire form as they were.
 * </ul>
 */
public final class DeciderLaws {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private DeciderLaws() {}

    /**
     * Handles a command, checking the laws.
     *
     * @return the history with the events that follow, which are none if the command is refused
     * @throws AssertionError if a law is broken
     */
    public static <C, E, S> History<C, E, S> handle(History<C, E, S> history, C command) {
        var decision = history.decide(command);
        var next = history.handle(command);
        var law = new Law(Transcript.of(history, command, decision, next));

        law.requireEqual("A second decision on the same command differs", decision, history.decide(command));
        if (decision instanceof Decision.Rejected<E> refused) {
            law.require(
                    "The code of a refusal must be in kebab case",
                    KEBAB_CASE.matcher(refused.code()).matches());
            law.require(
                    "A refusal must say what was expected and what was found",
                    !refused.message().isBlank());
        }
        law.requireEqual("The state folded anew from all events differs", next.state(), next.replay());

        var aggregate = history.aggregate();
        law.requireEqual("The command differs when read back", command, Wire.copy(aggregate.commands(), command));
        for (E event : next.since(history)) {
            law.requireEqual("An event differs when read back", event, Wire.copy(aggregate.events(), event));
        }
        law.requireEqual("The state differs when read back", next.state(), Wire.copy(aggregate.state(), next.state()));
        return next;
    }
}
