package dev.daybook.cli.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part of a story. */
sealed interface Part permits Part.Request, Part.Timer, Message.Event, Message.Step, Message.DeadLetter {

    /** When it happened; null if nobody knows. */
    @Nullable
    Instant time();

    /** What it is part of, as it says; null if it is part of what its cause is part of, or nobody knows. */
    @Nullable
    String correlationId();

    /**
     * A command, in however many copies it was sent.
     *
     * @param type the full name of its record; null if nobody knows
     * @param time when it was appended first; null if nobody knows
     * @param causationId what its sender says that it follows from; null if nobody knows
     * @param copies how often it is in the log
     */
    record Request(
            Ref ref,
            @Nullable String type,
            @Nullable Instant time,
            @Nullable String causationId,
            @Nullable String correlationId,
            @Nullable String principal,
            int copies)
            implements Part {

        /** One of which nothing is in the log. */
        static Request missing(Ref ref, @Nullable String type, @Nullable Instant time) {
            return new Request(ref, type, time, null, null, null, 0);
        }
    }

    /**
     * A command that an instance of a process planned.
     *
     * @param instance the instance; its id is that of the step that set the timer
     * @param time when it was set
     * @param command the command
     * @param type the full name of the command's record
     */
    record Timer(Ref instance, String name, Instant time, Instant due, Ref command, String type, Fate fate)
            implements Part {

        /** It is part of what the step is part of that set it. */
        @Override
        public @Nullable String correlationId() {
            return null;
        }
    }

    /**
     * What became of a timer.
     *
     * @param at when; null while it is open
     */
    record Fate(Kind kind, @Nullable Instant at) {
        static final Fate OPEN = new Fate(Kind.OPEN, null);

        /** The ways that a timer can go. */
        enum Kind {
            OPEN,
            FIRED,
            CANCELLED,
            REPLACED
        }
    }
}
