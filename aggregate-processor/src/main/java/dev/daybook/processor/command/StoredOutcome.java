package dev.daybook.processor.command;

import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.Outcome;
import dev.daybook.streams.wire.Encoded;
import java.time.Duration;
import java.time.Instant;

/**
 * An outcome that is kept to answer a repeated command, and those who ask what became of it.
 *
 * @param time when the command was appended to the log
 * @param fingerprint the command's
 * @param encoded the outcome as it was sent
 */
public record StoredOutcome(Instant time, Fingerprint fingerprint, Outcome outcome, Encoded encoded) {

    /** Whether it is too old to answer anything. It lasts for the window, the instant at its end excluded. */
    public static boolean expired(Instant time, Duration window, Watermark watermark) {
        return !watermark.clock().isBefore(time.plus(window));
    }

    /**
     * Whether it decides for a command with the same id. A failure does not: it changed nothing, so the command may be
     * sent again once what made it fail is mended.
     */
    boolean binds(Duration window, Watermark watermark) {
        return !(outcome instanceof CommandFailed) && !expired(time, window, watermark);
    }
}
