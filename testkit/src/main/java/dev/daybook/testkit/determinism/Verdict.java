package dev.daybook.testkit.determinism;

import dev.daybook.core.Decision;

/**
 * What became of a command in one world.
 *
 * @param <E> the events
 * @param <S> the state
 */
sealed interface Verdict<E, S> {

    /**
     * It was decided.
     *
     * @param state the aggregate after it
     */
    record Decided<E, S>(Decision<E> decision, S state) implements Verdict<E, S> {}

    /**
     * The decider threw, or made what cannot be written: its sender is told so, and nothing changes.
     *
     * @param thrown what was thrown, as the sender reads it
     */
    record Failed<E, S>(String thrown) implements Verdict<E, S> {}
}
