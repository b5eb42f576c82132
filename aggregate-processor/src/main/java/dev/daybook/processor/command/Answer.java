package dev.daybook.processor.command;

import dev.daybook.outcome.Outcome;
import dev.daybook.streams.wire.Encoded;

/**
 * What the sender of a command is told.
 *
 * @param replayed whether it was decided for an earlier copy of the command
 */
public record Answer(Outcome outcome, Encoded encoded, boolean replayed) {}
