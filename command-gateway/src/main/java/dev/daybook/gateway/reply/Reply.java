package dev.daybook.gateway.reply;

import dev.daybook.outcome.Outcome;

/**
 * What became of a command.
 *
 * @param outcome the outcome
 * @param replayed whether it was decided for an earlier copy of the command
 */
public record Reply(Outcome outcome, boolean replayed) {}
