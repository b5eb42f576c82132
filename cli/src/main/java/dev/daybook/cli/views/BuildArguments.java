package dev.daybook.cli.views;

import dev.daybook.cli.console.NonEmpty;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The build of a view that a command is about. */
final class BuildArguments {
    @Mixin
    ViewArgument view = new ViewArgument();

    @Parameters(
            index = "1",
            paramLabel = "BUILD",
            converter = NonEmpty.class,
            description = "The build, such as v1-r2; ./daybook views lists them.")
    String build = "";
}
