package dev.daybook.cli.deadletters;

import picocli.CommandLine.Parameters;

/** Whose parked events a command is about. */
final class Letter {
    @Parameters(index = "0", paramLabel = "VIEW", description = "The view, such as order-summary.")
    private String view = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The aggregate's id.")
    private String id = "";

    String view() {
        return view;
    }

    String id() {
        return id;
    }
}
