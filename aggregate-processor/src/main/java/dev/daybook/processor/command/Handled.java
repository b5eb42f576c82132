package dev.daybook.processor.command;

import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.wire.Encoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a command. */
public sealed interface Handled {

    /** What its sender is told. */
    Answer answer();

    /** How far the partition has come after it. */
    Watermark watermark();

    /** It was decided before, or its id was used before for another command: nothing is written. */
    record Repeated(Answer answer, Watermark watermark) implements Handled {}

    /**
     * It is decided.
     *
     * @param events possibly none
     * @param state the aggregate after them, null if there are none
     */
    record Decided(
            Answer answer,
            Watermark watermark,
            StoredOutcome kept,
            List<Append> events,
            @Nullable Snapshot<Encoded> state)
            implements Handled {}

    /**
     * It cannot be processed and goes to the dead letters.
     *
     * @param kept null if an outcome that counts is kept under its id already
     */
    record Failed(
            Answer answer, Watermark watermark, @Nullable StoredOutcome kept, Failure failure) implements Handled {}
}
