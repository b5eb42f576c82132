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
     * @param state the instance after it
     */
    record Done<S>(List<Action> actions, Stage stage, S state) implements Reaction<S> {}

    /**
     * It says something to another instance, so this one does not hear of it.
     *
     * @param instanceId the other
     */
    record Elsewhere<S>(String instanceId) implements Reaction<S> {}

    /** It says nothing to any instance; an instance that is refused so fails. */
    record Untold<S>() implements Reaction<S> {}

    /**
     * The process threw, or made what cannot be written: the instance fails.
     *
     * @param thrown what was thrown, as a person reads it
     */
    record Failed<S>(String thrown) implements Reaction<S> {}
}
