package dev.daybook.gateway.dispatch;

import dev.daybook.avro.AvroRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended to the log: a command, or an inquiry about one.
 *
 * @param command the command that it is, or asks about
 * @param id its own id: the command's id if it is the command
 * @param payload the record
 * @param expectedVersion the version that the aggregate must be at, 0: it must not exist yet; null: any
 * @param traceparent the W3C trace context
 * @param principal on whose behalf it is sent, if known
 */
public record Message(
        CommandRef command,
        String id,
        AvroRecord payload,
        @Nullable Long expectedVersion,
        String traceparent,
        @Nullable String principal) {

    /** Whether it asks about the command, rather than being it. */
    boolean isInquiry() {
        return !id.equals(command.commandId());
    }
}
