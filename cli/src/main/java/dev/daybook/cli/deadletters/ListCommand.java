package dev.daybook.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import java.util.LinkedHashMap;
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

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Lines in a page; ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the page starts: next of the page before.")
    private @Nullable String cursor;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("limit", Integer.toString(limit));
        if (view != null) {
            parameters.put("view", view);
        }
        if (cursor != null) {
            parameters.put("cursor", cursor);
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
        if (page.hasNonNull("next")) {
            output.line("More with --cursor " + page.path("next").asText());
        }
    }
}
