package dev.daybook.streams.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Why a message cannot be processed, now and whenever it is tried again.
 *
 * @param code a stable name
 * @param message what was expected and what was found, shortened to {@value #LONGEST_MESSAGE} characters
 */
public record Failure(String code, String message, @Nullable Throwable cause) {
    /** The message is nothing that this context understands. */
    public static final String UNREADABLE = "unreadable";
    /** The message lies on a partition where its key does not belong. */
    public static final String WRONG_PARTITION = "wrong-partition";
    /** The decider threw an exception. */
    public static final String DECIDER_FAILED = "decider-failed";
    /** What was decided does not fit into a message: an event, the state or the outcome. */
    public static final String TOO_LARGE = "too-large";

    /** The id of whom the message is for is longer than a key may be. */
    public static final String ID_TOO_LONG = "id-too-long";

    private static final int LONGEST_MESSAGE = 1_000;

    public Failure {
        if (message.length() > LONGEST_MESSAGE) {
            message = message.substring(0, LONGEST_MESSAGE - 1) + "…";
        }
    }
}
