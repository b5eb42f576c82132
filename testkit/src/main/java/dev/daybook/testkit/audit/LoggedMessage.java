package dev.daybook.testkit.audit;

import org.jspecify.annotations.Nullable;

/** A message in a commands topic. */
public sealed interface LoggedMessage extends Placed {

    int partition();

    long offset();

    String aggregateId();

    /** The id of the command that it is, or asks about. */
    String commandId();

    /** What the key of its reply is; null: nobody waits for one. */
    @Nullable
    String replyKey();

    @Override
    default String place() {
        return "commands " + partition() + "@" + offset();
    }

    /** A command. */
    record Sent(
            int partition,
            long offset,
            String aggregateId,
            String commandId,
            @Nullable String replyKey,
            Intent intent) implements LoggedMessage {}

    /** A question what became of a command. */
    record Asked(
            int partition,
            long offset,
            String aggregateId,
            String commandId,
            @Nullable String replyKey) implements LoggedMessage {}
}
