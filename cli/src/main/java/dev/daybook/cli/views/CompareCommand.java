package dev.daybook.cli.views;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code daybook views compare}: lays a build beside the one that serves. */
@Command(
        name = "compare",
        description = {
            "Compares all rows of a build with those of the build that serves, at one position of the log, and prints"
                    + " where they differ.",
            "Ends with 3 if they do.",
            "  ./daybook views compare order-summary v1-r2"
        })
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private ViewArgument view = new ViewArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BUILD",
            description = "The build; default: the one that is under way.")
    private @Nullable String build;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        var queries = target.queries();
        var builds = new Builds(queries, view.name);
        var id = build != null
                ? build
                : builds.underWay()
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.NOT_FOUND,
                                "No build of " + view.name
                                        + " is under way. Start one with ./daybook views rebuild, or name one."))
                        .path("build")
                        .asText();
        var comparison = new ComparisonReport(Patience.with(() -> queries.compareBuild(view.name, id)));
        output.print(comparison.json(), () -> comparison.print(output::line));
        return comparison.agrees() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
