package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.WholeNumber;
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
            "Builds a view anew from the first event while the present build serves.",
            "It compares both at one position of the log, and lets the new one serve if they agree. If they do not,",
            "both stay, and you decide. Called again, it goes on with a build that is under way, a new version of the",
            "view among them.",
            "  ./daybook views rebuild order-summary"
        })
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private ViewArgument view = new ViewArgument();

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = WholeNumber.FromOne.class,
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
        var build = begin(queries);
        new BuildProgress(builds, build, output.remarks()).await();
        var former = builds.serving().path("build").asText();
        if (former.equals(build)) {
            output.print(
                    Json.MAPPER.createObjectNode().put("switched", false),
                    () -> output.line(
                            "Build " + build + " of " + view.name + " serves already; someone else has switched."));
            return ExitCode.DONE;
        }
        var comparison = new ComparisonReport(Patience.with(() -> queries.compareBuild(view.name, build)));
        comparison.print(output::remark);
        remarkParked(builds, build);
        var switches = !noSwitch && (acceptDifferences || comparison.agrees());
        if (switches) {
            Patience.with(() -> queries.serveBuild(view.name, build, false));
        }
        output.print(document(comparison, switches), () -> conclude(build, former, switches));
        return comparison.agrees() || switches ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private String begin(Queries queries) throws InterruptedException {
        var begun = Patience.with(() -> queries.startBuild(view.name, version));
        if (begun.started()) {
            output.remark("Build " + begun.id() + " starts from the first event.");
            return begun.id();
        }
        if (version != null && !begun.id().matches("v" + version + "(-r\\d+)?")) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "Build " + begun.id() + " is under way, which is of another version than " + version
                            + ". Let it serve, or remove it with ./daybook views remove " + view.name + " "
                            + begun.id() + ", and try again.");
        }
        output.remark("Build " + begun.id() + " is under way already; going on with it.");
        return begun.id();
    }

    private void remarkParked(Builds builds, String build) {
        var parked =
                builds.find(build).map(each -> each.path("parked").asLong()).orElse(0L);
        if (parked > 0) {
            output.remark("Build " + build + " has parked events of " + parked
                    + (parked == 1 ? " aggregate" : " aggregates") + " that cannot be folded"
                    + ". What was discarded in another build is parked here again: look at ./daybook dead-letters list"
                    + " once this build serves.");
        }
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
