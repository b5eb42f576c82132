package dev.daybook.processes.instance;

import dev.daybook.core.Metadata;
import dev.daybook.outcome.Outcome;
import dev.daybook.process.HeldInput;
import dev.daybook.process.Trail;
import dev.daybook.process.Trigger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A message to an instance, read. */
public sealed interface Letter<I> {

    /** What it is, for the history. */
    Trigger trigger();

    /** The message as it came. */
    HeldInput raw();

    /**
     * An event of an aggregate.
     *
     * @param trail what follows from it is part of
     * @param source the aggregate, as {@code <type>/<id>}
     * @param sequence the version of the aggregate that it made
     * @param input what it says to the instance, as the process translates it
     */
    record Event<I>(
            Trigger trigger,
            HeldInput raw,
            Trail trail,
            String source,
            long sequence,
            Supplier<Optional<I>> input,
            Metadata metadata)
            implements Letter<I> {}

    /**
     * The answer to a command of the instance.
     *
     * @param commandId the command's id
     * @param time when the command was appended to the log
     */
    record Reply<I>(Trigger trigger, HeldInput raw, String commandId, Outcome outcome, Instant time)
            implements Letter<I> {}

    /** An event of an aggregate of a type that the process has ceased to hear. Nothing follows from it. */
    record Unheard<I>(Trigger trigger, HeldInput raw) implements Letter<I> {}

    /**
     * Somebody wants the instance to go on after a failure.
     *
     * @param messageId the id of the message that says so
     * @param principal who wants it, if known
     */
    record Retry<I>(
            Trigger trigger,
            HeldInput raw,
            String messageId,
            @Nullable String principal) implements Letter<I> {}
}
