package dev.daybook.core;

/**
 * The behaviour of one type of aggregate, as three pure functions. Implementations are stateless and thread-safe. An
 * outcome is a function of the arguments alone: no clock, no randomness, no I/O; time and ids come with the metadata.
 *
 * @param <C> the commands, a sealed interface
 * @param <E> the events, a sealed interface
 * @param <S> the state
 */
public interface Decider<C, E, S> {

    /** The state of an aggregate that has no events yet. */
    S initial();

    /**
     * Decides a command against the current state. A refusal is a value; an exception means that the program is broken,
     * and sends the command to the dead letters.
     */
    Decision<E> decide(C command, S state, Metadata metadata);

    /** The state after an event. It never refuses: history has already happened. */
    S evolve(S state, E event, Metadata metadata);
}
