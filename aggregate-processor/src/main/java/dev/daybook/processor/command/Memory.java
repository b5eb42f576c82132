package dev.daybook.processor.command;

import org.jspecify.annotations.Nullable;

/** The port to what a partition remembers. Deciding only reads it; what follows is written once all is decided. */
public interface Memory<S> {

    /** The aggregate, or null if it has no events. */
    @Nullable
    Snapshot<S> snapshot(String aggregateId);

    /** The outcome kept for a command, expired or not; null if there is none. */
    @Nullable
    StoredOutcome outcome(String aggregateId, String commandId);

    Watermark watermark();
}
