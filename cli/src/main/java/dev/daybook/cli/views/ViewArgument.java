package dev.daybook.cli.views;

import picocli.CommandLine.Parameters;

/** The view that a command is about. */
final class ViewArgument {
    @Parameters(index = "0", paramLabel = "VIEW", description = "The view, such as order-summary.")
    String name = "";
}
