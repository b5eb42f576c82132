package dev.daybook.cli.deadletters;

import dev.daybook.cli.console.NonEmpty;
import picocli.CommandLine.Parameters;

/** Whose parked events a command is about. */
final class Letter {
    @Parameters(
            index = "0",
            paramLabel = "VIEW",
            converter = NonEmpty.class,
            description = "The view, such as order-summary.")
    private String view = "";

    @Parameters(index = "1", paramLabel = "ID", converter = NonEmpty.class, description = "The aggregate's id.")
    private String id = "";

    String view() {
        return view;
    }

    String id() {
        return id;
    }
}
