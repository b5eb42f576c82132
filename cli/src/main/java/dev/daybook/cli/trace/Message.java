package dev.daybook.cli.trace;

import dev.daybook.process.InputHeld;
import dev.daybook.process.ProcessAdvanced;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessFailed;
import dev.daybook.process.ProcessRetried;
import dev.daybook.process.TimerFired;
import dev.daybook.process.Trigger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message of a story, as it stands in the log. */
sealed interface Message {

    /** When it was appended, or, of an event, when its command was. */
    Instant time();

    /** What it is part of, as it says; null if it does not. */
    @Nullable
    String correlationId();

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
            String correlationId,
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
            String correlationId,
            @Nullable String principal)
            implements Message, Part {}

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
            String correlationId,
            @Nullable ProcessEvent event)
            implements Message, Part {

        /** What the instance was told; empty of a timer, and of what cannot be read. */
        Optional<Trigger> trigger() {
            return switch (event) {
                case ProcessAdvanced advanced -> Optional.of(advanced.trigger());
                case ProcessFailed failed -> Optional.of(failed.trigger());
                case InputHeld held -> Optional.of(held.trigger());
                case ProcessRetried retried -> Optional.of(retried.trigger());
                case TimerFired _ -> Optional.empty();
                case null -> Optional.empty();
            };
        }
    }

    /**
     * A message that could not be processed.
     *
     * @param ref null if it does not say what it was
     * @param origin where it lay in the log
     */
    record DeadLetter(
            @Nullable Ref ref, Instant time, @Nullable String correlationId, String code, String reason, String origin)
            implements Message, Part {}
}
