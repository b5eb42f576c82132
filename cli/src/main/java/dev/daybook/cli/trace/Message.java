package dev.daybook.cli.trace;

import dev.daybook.process.ProcessEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a story, as it stands in the log. */
sealed interface Message {

    /** When it was appended, or, of an event, when its command was. */
    Instant time();

    /**
     * A command, or one of several copies of it.
     *
     * @param type the full name of its record; null if the sender did not say
     * @param place what the log calls it, {@code <topic>-<partition>-<offset>}
     */
    record Command(
            Ref ref,
            @Nullable String type,
            Instant time,
            @Nullable String causationId,
            @Nullable String principal,
            String place)
            implements Message {}

    /** What happened to an aggregate. */
    record Event(
            Ref ref,
            long version,
            String type,
            Instant time,
            String causationId,
            @Nullable String principal) implements Message, Part {}

    /**
     * What happened to an instance of a process.
     *
     * @param event null if it cannot be read
     */
    record Step(
            Ref ref,
            long version,
            String type,
            Instant time,
            String causationId,
            @Nullable ProcessEvent event) implements Message, Part {}

    /**
     * A message that could not be processed.
     *
     * @param ref null if it does not say what it was
     * @param origin where it lay in the log
     */
    record DeadLetter(@Nullable Ref ref, Instant time, String code, String reason, String origin)
            implements Message, Part {}
}
