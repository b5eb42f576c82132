package dev.daybook.core;

import java.time.Instant;

/** What a process manager does. */
public sealed interface Action {

    /**
     * Sends a command to an aggregate of the same context. The sender hears of a refusal.
     *
     * @param aggregate the aggregate's type
     * @param command a record of its commands
     */
    record Send(String aggregate, String aggregateId, Object command) implements Action {}

    /**
     * Sends a command at a time, once, unless the timer is cancelled before. A timer of the same name is replaced. Whether the
     * command is still in place then is for the aggregate to decide: the timer and what would cancel it can cross.
     *
     * @param name tells the timers of an instance apart
     * @param due when it is sent, or as soon after it as the process manager runs
     */
    record SetTimer(String name, Instant due, Send command) implements Action {}

    /** Cancels a timer. If there is none of the name, or it has fired, nothing happens. */
    record CancelTimer(String name) implements Action {}

    /** Sends a command. */
    static <C> Send send(Aggregate<C, ?, ?> aggregate, String aggregateId, C command) {
        return new Send(aggregate.type(), aggregateId, command);
    }

    /** Sends a command at a time. */
    static SetTimer at(Instant due, String name, Send command) {
        return new SetTimer(name, due, command);
    }

    /** Cancels a timer. */
    static CancelTimer cancelTimer(String name) {
        return new CancelTimer(name);
    }
}
