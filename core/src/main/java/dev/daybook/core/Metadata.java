package dev.daybook.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a command or an event besides its payload. It is all that a decider or a view may know of the
 * world: there is no clock and no randomness beside it.
 *
 * @param aggregate the aggregate's type, such as {@code order}
 * @param aggregateId the aggregate's id, the key of the message
 * @param version of an event: the aggregate's version that this event made, from 1; of a command: the version that it
 *     is decided at, 0 if the aggregate does not exist yet
 * @param time when the command was appended to the log; every event of a command has its command's time
 * @param commandId the id of the command, or of the command that caused the event
 * @param correlationId what all messages of one business conversation share
 * @param principal on whose behalf the command was sent, if known
 */
public record Metadata(
        String aggregate,
        String aggregateId,
        long version,
        Instant time,
        String commandId,
        String correlationId,
        @Nullable String principal) {

    /** The same with another version. */
    public Metadata withVersion(long version) {
        return new Metadata(aggregate, aggregateId, version, time, commandId, correlationId, principal);
    }
}
