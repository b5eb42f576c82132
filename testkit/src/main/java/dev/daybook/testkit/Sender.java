package dev.daybook.testkit;

import dev.daybook.core.Metadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the next commands, to which aggregate, and when.
 *
 * @param aggregateId the id of the aggregate
 * @param time when the commands are appended to the log
 * @param principal on whose behalf they are sent, if known
 */
record Sender(String aggregateId, Instant time, @Nullable String principal) {
    static final Sender ANYONE = new Sender("a-1", Instant.parse("2026-01-01T00:00:00Z"), null);

    Sender to(String aggregateId) {
        return new Sender(aggregateId, time, principal);
    }

    Sender at(Instant time) {
        return new Sender(aggregateId, time, principal);
    }

    Sender by(String principal) {
        return new Sender(aggregateId, time, principal);
    }

    /** The metadata of a command that is decided at a version. */
    Metadata send(String aggregate, long version) {
        var commandId = "command-" + (version + 1);
        return new Metadata(aggregate, aggregateId, version, time, commandId, commandId, principal);
    }
}
