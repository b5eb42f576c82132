package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import dev.daybook.core.Stage;
import java.util.List;

/**
 * What a process made of a message in one world.
 *
 * @param <S> the state of an instance
 */
sealed interface Reaction<S> {

    /**
     * It did something about it.
     *
     * @param instanceId which instance was told
     * @param state the instance after it
     */
    record Done<S>(String instanceId, List<Action> actions, Stage stage, S state) implements Reaction<S> {}

    /** It says nothing to any instance; an instance that is refused so fails. */
    record Untold<S>() implements Reaction<S> {}

    /**
     * The process threw, or made what cannot be written: the instance fails.
     *
     * @param thrown what was thrown, as a person reads it
     */
    record Failed<S>(String thrown) implements Reaction<S> {}
}
