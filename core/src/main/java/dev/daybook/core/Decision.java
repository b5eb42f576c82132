package dev.daybook.core;

import java.util.List;
import java.util.Map;

/**
 * What a decider answers to a command: the events that follow from it, or a refusal.
 *
 * @param <E> the events
 */
public sealed interface Decision<E> {

    /** The events that follow, which are none if it refuses. */
    List<E> events();

    /**
     * The command holds, and these events follow, in this order. No events: the command asks for what is already so.
     *
     * @param events the events, possibly none
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * A rule refuses the command, and nothing changes.
     *
     * @param code a stable, machine-readable name of the rule, in kebab case, such as {@code order-not-paid}
     * @param message what was expected and what was found, for a person
     * @param details values that a program may want, such as {@code amountDue}
     */
    record Rejected<E>(String code, String message, Map<String, String> details) implements Decision<E> {
        public Rejected {
            details = Map.copyOf(details);
        }

        @Override
        public List<E> events() {
            return List.of();
        }
    }

    /** Accepts with these events. */
    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** Accepts with these events. */
    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    /** Accepts, and nothing happens: what the command asks for is already so. */
    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    /** Refuses. */
    static <E> Decision<E> reject(String code, String message) {
        return new Rejected<>(code, message, Map.of());
    }

    /** Refuses, with details for a program. */
    static <E> Decision<E> reject(String code, String message, Map<String, String> details) {
        return new Rejected<>(code, message, details);
    }
}
