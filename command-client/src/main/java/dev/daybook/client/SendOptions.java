package dev.daybook.client;

import dev.daybook.platform.message.Ack;
import java.time.Duration;

/**
 * What a sender waits for, and how long.
 *
 * @param ack what for
 * @param longestWait how long at most, counted from the call
 */
public record SendOptions(Ack ack, Duration longestWait) {
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);

    /** Waits up to 10 s until the events are visible to every reader of committed records. */
    public static SendOptions committed() {
        return new SendOptions(Ack.COMMITTED, DEFAULT_WAIT);
    }

    /** Waits up to 10 s until the command is decided. */
    public static SendOptions decided() {
        return new SendOptions(Ack.DECIDED, DEFAULT_WAIT);
    }

    /** Waits only until the command is durable in the log. */
    public static SendOptions accepted() {
        return new SendOptions(Ack.ACCEPTED, DEFAULT_WAIT);
    }

    /** The same with another wait. */
    public SendOptions within(Duration longestWait) {
        return new SendOptions(ack, longestWait);
    }
}
