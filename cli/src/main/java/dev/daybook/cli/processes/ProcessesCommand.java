package dev.daybook.cli.processes;

import picocli.CommandLine.Command;

/** {@code daybook processes}. */
@Command(
        name = "processes",
        description = "The instances of business processes: where they stand, why, and what they wait for.",
        subcommands = {ListCommand.class, ShowCommand.class, RetryCommand.class})
public final class ProcessesCommand {}
