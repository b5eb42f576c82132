package dev.daybook.cli.topics;

import picocli.CommandLine.Command;

/** {@code daybook topics}. */
@Command(
        name = "topics",
        description = "Compares the topics of a cluster with infra/topics.yaml, and makes them so.",
        subcommands = {PlanCommand.class, ApplyCommand.class})
public final class TopicsCommand {}
