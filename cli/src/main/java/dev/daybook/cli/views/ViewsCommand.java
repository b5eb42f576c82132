package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook views}: the views and how far they are. */
@Command(
        name = "views",
        description =
                "Lists the views: the build that serves, state, lag behind the log. Its commands build views anew.",
        subcommands = {RebuildCommand.class, CompareCommand.class, SwitchCommand.class, RemoveCommand.class})
public final class ViewsCommand implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var views = target.queries().views();
        output.print(views, () -> output.line(table(views).toString()));
        return ExitCode.DONE;
    }

    private static Table table(JsonNode answer) {
        var table = new Table().row("VIEW", "BUILD", "SERVES", "STATE", "LAG", "PARKED");
        answer.path("views").forEach(view -> {
            add(table, view, "yes");
            view.path("others").forEach(build -> add(table, build, ""));
        });
        return table;
    }

    private static void add(Table table, JsonNode build, String serves) {
        table.row(
                build.path("name").asText(),
                build.path("build").asText(),
                serves,
                build.path("state").asText(),
                build.path("lag").asText(),
                build.path("parked").asText());
    }
}
