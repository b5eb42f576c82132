package dev.daybook.cli.views;

import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook views switch}: lets another build serve. */
@Command(
        name = "switch",
        description = {
            "Lets a build serve queries instead of the one that does, which stays as the way back.",
            "  ./daybook views switch order-summary v1-r2"
        })
final class SwitchCommand implements Callable<Integer> {
    @Mixin
    private BuildArguments arguments = new BuildArguments();

    @Option(names = "--force", description = "Even if the build has not come as far as the one that serves.")
    private boolean force;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var queries = target.queries();
        var former =
                new Builds(queries, arguments.view.name).serving().path("build").asText();
        var answer = queries.serveBuild(arguments.view.name, arguments.build, force);
        output.print(answer, () -> {
            output.line("Build " + arguments.build + " of " + arguments.view.name + " serves.");
            if (!former.equals(arguments.build)) {
                output.line("The way back: ./daybook views switch " + arguments.view.name + " " + former);
            }
        });
        return ExitCode.DONE;
    }
}
