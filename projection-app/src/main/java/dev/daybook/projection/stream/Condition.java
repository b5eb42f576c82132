package dev.daybook.projection.stream;

/**
 * How a Kafka Streams application is.
 *
 * @param state its state
 * @param reason why it failed; empty in any other state
 */
public record Condition(State state, String reason) {

    /** The states of an application. */
    public enum State {
        /** It is not in its group yet. */
        STARTING,
        /** Its partitions are being assigned or restored; some may be there already. */
        RESTORING,
        /** All its partitions are there. */
        RUNNING,
        /** It met what it could not go on after, and stopped. */
        FAILED,
        /** It was told to end. */
        STOPPED
    }

    /** In a state that needs no reason. */
    public static Condition of(State state) {
        return new Condition(state, "");
    }

    /** Stopped for a reason. */
    public static Condition failed(String reason) {
        return new Condition(State.FAILED, reason);
    }

    /** Whether it is in a state. */
    public boolean is(State other) {
        return state == other;
    }
}
