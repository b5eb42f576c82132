package dev.daybook.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of a business process, as pure functions. Implementations are stateless and thread-safe. What an instance does
 * is a function of what it was told alone: no clock, no randomness, no I/O; time and ids come with the metadata.
 *
 * <p>An instance is told everything once and in the order of its source: events that come twice or late are dropped before
 * they are here. An exception means that the program is broken: the instance fails, keeps what it was told, and goes on with
 * it when it is retried.
 *
 * @param <I> what an instance is told, a sealed interface
 * @param <S> what it remembers
 */
public interface ProcessManager<I, S> {

    /** The state of an instance that was told nothing yet. */
    S initial();

    /** The state after an input. It never refuses: what it is told has already happened. */
    S evolve(S state, I input, Metadata metadata);

    /**
     * What is to be done about an input, in this order.
     *
     * @param state the state after the input
     */
    List<Action> react(S state, I input, Metadata metadata);

    /** Where an instance stands. Its timers go when it is completed. */
    Stage stage(S state);

    /**
     * What an instance is told when its command was accepted. Its events tell more; what waits for them needs not be told.
     *
     * @return null for nothing
     */
    default @Nullable I accepted(Action.Send command) {
        return null;
    }

    /**
     * What an instance is told when its command was refused by a rule.
     *
     * @return null if it has no answer to that: then the instance fails, and when it is retried, the command is sent again
     */
    default @Nullable I refused(Action.Send command, Decision.Rejected<?> refusal) {
        return null;
    }
}
