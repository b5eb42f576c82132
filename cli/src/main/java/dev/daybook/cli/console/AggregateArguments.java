package dev.daybook.cli.console;

import picocli.CommandLine.Parameters;

/** The aggregate that a command is about. */
public final class AggregateArguments {
    @Parameters(
            index = "0",
            paramLabel = "AGGREGATE",
            converter = NonEmpty.class,
            description = "The type of aggregate, such as order.")
    private String type = "";

    @Parameters(index = "1", paramLabel = "ID", converter = NonEmpty.class, description = "The aggregate's id.")
    private String id = "";

    public String type() {
        return type;
    }

    public String id() {
        return id;
    }
}
