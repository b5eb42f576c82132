package dev.daybook.cli.deadletters;

import picocli.CommandLine.Command;

/** {@code daybook dead-letters}. */
@Command(
        name = "dead-letters",
        description = "The events that views could not fold, and those that wait behind them.",
        subcommands = {ListCommand.class, ShowCommand.class, RetryCommand.class, DiscardCommand.class})
public final class DeadLettersCommand {}
