package dev.daybook.cli.views;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook views remove}: clears a build away. */
@Command(
        name = "remove",
        description = {
            "Removes a build that does not serve, with its stores, its consumer group and its topic.",
            "It cannot be had back, but built anew.",
            "  ./daybook views remove order-summary v1"
        })
final class RemoveCommand implements Callable<Integer> {
    @Mixin
    private BuildArguments arguments = new BuildArguments();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var answer = target.queries().removeBuild(arguments.view.name, arguments.build);
        output.print(
                answer,
                () -> output.line("Build " + arguments.build + " of " + arguments.view.name
                        + " is removed; its stores and topics go when the last instance has left it."));
        return ExitCode.DONE;
    }
}
