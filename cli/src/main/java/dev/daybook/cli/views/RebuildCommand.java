package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook views rebuild}: builds a view from the first event, compares, and lets the new build serve. */
@Command(
        name = "rebuild",
        description = {
            "Builds a view anew from the first event while the present build serves, compares both at one position of"
                    + " the log,",
            "and lets the new one serve if they agree. If they do not, both stay, and you decide. Called again, it"
                    + " goes on with",
            "a build that is under way, a new version of the view among them.",
            "  ./daybook views rebuild order-summary"
        })
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private ViewArgument view = new ViewArgument();

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "The version to build; default: that of the build that serves.")
    private @Nullable Integer version;

    @Option(names = "--no-switch", description = "Stop after the comparison.")
    private boolean noSwitch;

    @Option(names = "--accept-differences", description = "Switch even if rows differ, as those of a new version may.")
    private boolean acceptDifferences;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        var queries = target.queries();
        var builds = new Builds(queries, view.name);
        var former = builds.serving().path("build").asText();
        var build = begin(queries, builds);
        new BuildProgress(builds, build, output.remarks()).await();
        var comparison = new ComparisonReport(queries.compareBuild(view.name, build));
        comparison.print(this::remark);
        var switches = !noSwitch && (acceptDifferences || comparison.agrees());
        if (switches) {
            queries.serveBuild(view.name, build, false);
        }
        output.print(document(comparison, switches), () -> conclude(build, former, switches));
        return comparison.agrees() || switches ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private String begin(Queries queries, Builds builds) {
        var underWay = builds.underWay().map(build -> build.path("build").asText());
        if (underWay.isPresent()) {
            remark("Build " + underWay.get() + " is under way already; going on with it.");
            return underWay.get();
        }
        var build = queries.startBuild(view.name, version).path("build").asText();
        remark("Build " + build + " starts from the first event.");
        return build;
    }

    private void remark(String line) {
        output.remarks().println(line);
        output.remarks().flush();
    }

    private void conclude(String build, String former, boolean switched) {
        if (switched) {
            output.line("Build " + build + " of " + view.name + " serves.");
            output.line("The way back:  ./daybook views switch " + view.name + " " + former);
            output.line("To clear up:   ./daybook views remove " + view.name + " " + former);
        } else {
            output.line("Build " + former + " of " + view.name + " goes on to serve.");
            output.line("To switch:     ./daybook views switch " + view.name + " " + build);
            output.line("To give it up: ./daybook views remove " + view.name + " " + build);
        }
    }

    private static JsonNode document(ComparisonReport comparison, boolean switched) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.set("comparison", comparison.json());
        document.put("switched", switched);
        return document;
    }
}
