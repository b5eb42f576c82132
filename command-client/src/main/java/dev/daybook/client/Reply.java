package dev.daybook.client;

import dev.daybook.outcome.Outcome;
import dev.daybook.platform.message.Ack;

/** What is known of a command that is durable in the log. */
public sealed interface Reply {

    /**
     * It is decided.
     *
     * @param outcome what became of it
     * @param replayed whether it was decided for an earlier copy of the command
     * @param ack how certain that is: {@link Ack#DECIDED} or {@link Ack#COMMITTED}
     */
    record Answered(Outcome outcome, boolean replayed, Ack ack) implements Reply {}

    /** Its fate is sealed, but not known yet: nobody waited for more, or not long enough, or the client is closed. */
    record Pending() implements Reply {}
}
