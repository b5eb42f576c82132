package dev.daybook.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Paging;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook dead-letters list}: the aggregates that views have parked events of. */
@Command(name = "list", description = "Lists the aggregates that views have parked events of.")
final class ListCommand implements Callable<Integer> {
    @Option(names = "--view", paramLabel = "VIEW", description = "Only those of this view; default: of all views.")
    private @Nullable String view;

    @Mixin
    private Paging paging = new Paging();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var parameters = paging.parameters();
        if (view != null) {
            parameters.put("view", view);
        }
        var page = target.queries().deadLetters(parameters);
        output.print(page, () -> print(page));
        return ExitCode.DONE;
    }

    private void print(JsonNode page) {
        if (page.path("deadLetters").isEmpty()) {
            output.line("Nothing is parked.");
            return;
        }
        var table = new Table().row("VIEW", "ID", "POSITION", "EVENTS", "REASON");
        page.path("deadLetters")
                .forEach(letter -> table.row(
                        letter.path("view").asText(),
                        letter.path("id").asText(),
                        letter.path("position").asText(),
                        letter.path("events").asText(),
                        letter.path("reason").asText()));
        output.line(table.toString());
        Paging.printNext(page, "", output);
    }
}
