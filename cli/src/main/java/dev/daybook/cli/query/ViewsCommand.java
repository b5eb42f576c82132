package dev.daybook.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook views}: the views and how far they are. */
@Command(name = "views", description = "Lists the views: version, state, lag behind the log.")
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
        var table = new Table().row("VIEW", "VERSION", "STATE", "LAG");
        answer.path("views")
                .forEach(view -> table.row(
                        view.path("name").asText(),
                        view.path("version").asText(),
                        view.path("state").asText(),
                        view.path("lag").asText()));
        return table;
    }
}
