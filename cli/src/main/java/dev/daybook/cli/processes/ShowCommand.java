package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.processes.InstanceArguments.Instance;
import dev.daybook.cli.stack.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook processes show}: an instance, and what happened to it. */
@Command(
        name = "show",
        description = {
            "Shows an instance of a process: its status, what it remembers, what it waits for, and what happened to"
                    + " it.",
            "  ./daybook processes show fulfillment 10248"
        })
final class ShowCommand implements Callable<Integer> {
    private static final String PAGE = "500";

    @Mixin
    private InstanceArguments arguments = new InstanceArguments();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var queries = target.queries();
        var instance = arguments.in(new Processes(queries));
        var row = instance.row();
        var history = history(queries, instance);
        var document = Json.MAPPER.createObjectNode();
        document.set("instance", row);
        document.set("history", history);
        output.print(document, () -> print(row, history));
        return ExitCode.DONE;
    }

    private static ArrayNode history(Queries queries, Instance instance) {
        var history = Json.MAPPER.createArrayNode();
        var parameters = new LinkedHashMap<>(Map.of("limit", PAGE));
        JsonNode page;
        do {
            page = queries.events(instance.process(), instance.id(), parameters, Map.of());
            page.path("events").forEach(history::add);
            parameters.put("from", page.path("next").asText());
        } while (page.hasNonNull("next"));
        return history;
    }

    private void print(JsonNode row, ArrayNode history) {
        output.line("%s %s: %s since %s, at version %s"
                .formatted(
                        row.path("process").asText(),
                        row.path("id").asText(),
                        row.path("status").asText(),
                        Biography.since(row),
                        row.path("version").asText()));
        if (row.hasNonNull("failure")) {
            printFailure(row);
        }
        if (!row.path("timers").isEmpty()) {
            output.line("Timers:");
            row.path("timers").forEach(timer -> output.line("  " + Biography.timer(timer)));
        }
        output.line("Remembers:");
        output.line(Json.pretty(row.path("state")));
        output.line("What happened, and why:");
        history.forEach(event -> output.line(Biography.of(event)));
    }

    private void printFailure(JsonNode row) {
        output.line("Failed: " + Biography.failure(row));
        output.line("  " + row.at("/failure/held").asText()
                + " that it was told are held back, in order, until it is retried. Put the cause right, then:");
        output.line("  ./daybook processes retry " + row.path("process").asText() + " "
                + row.path("id").asText());
    }
}
