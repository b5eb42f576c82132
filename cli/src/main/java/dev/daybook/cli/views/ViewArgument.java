package dev.daybook.cli.views;

import dev.daybook.cli.console.NonEmpty;
import picocli.CommandLine.Parameters;

/** The view that a command is about. */
final class ViewArgument {
    @Parameters(
            index = "0",
            paramLabel = "VIEW",
            converter = NonEmpty.class,
            description = "The view, such as order-summary.")
    String name = "";
}
