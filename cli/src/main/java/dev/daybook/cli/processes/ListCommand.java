package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import dev.daybook.platform.process.ReadableContext;
import dev.daybook.process.ProcessStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook processes list}: the instances of processes at a glance. */
@Command(
        name = "list",
        description = {
            "Lists the instances of processes: status, since when, what each was told last, why it failed.",
            "  ./daybook processes list --status FAILED"
        })
final class ListCommand implements Callable<Integer> {
    @Option(
            names = "--process",
            paramLabel = "NAME",
            converter = NonEmpty.class,
            description = "Only those of this process; default: of all.")
    private @Nullable String process;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those of this status: ${COMPLETION-CANDIDATES}.")
    private @Nullable ProcessStatus status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many of each process at most; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--cursor",
            paramLabel = "CURSOR",
            description = "Where the page starts: next of the page before; with --process.")
    private @Nullable String cursor;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var pages = pages();
        output.print(pages, () -> print(pages));
        return ExitCode.DONE;
    }

    /** A page of each process. */
    private ObjectNode pages() {
        if (cursor != null && process == null) {
            throw new CommandFailure(ExitCode.USAGE, "A page is of one process: --cursor needs --process.");
        }
        var queries = target.queries();
        var document = Json.MAPPER.createObjectNode();
        var pages = document.putObject("processes");
        for (var name : new Processes(queries).named(Optional.ofNullable(process))) {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("limit", String.valueOf(limit));
            if (status != null) {
                parameters.put("status", status.name());
            }
            if (cursor != null) {
                parameters.put("cursor", cursor);
            }
            pages.set(name, queries.rows(ReadableContext.viewName(name), parameters, Map.of()));
        }
        return document;
    }

    private void print(JsonNode pages) {
        var table = new Table().row("PROCESS", "ID", "STATUS", "SINCE", "TOLD LAST", "FAILURE");
        var rows = 0;
        for (var page : pages.path("processes")) {
            for (var row : page.path("rows")) {
                add(table, row);
                rows++;
            }
        }
        output.line(rows == 0 ? "There are none." : table.toString());
        pages.path("processes").properties().forEach(page -> {
            if (page.getValue().hasNonNull("next")) {
                output.line("More with --process " + page.getKey() + " --cursor "
                        + page.getValue().path("next").asText());
            }
        });
    }

    private static void add(Table table, JsonNode row) {
        table.row(
                row.path("process").asText(),
                row.path("id").asText(),
                row.path("status").asText(),
                Biography.since(row),
                Biography.told(row.path("trigger")),
                Biography.failure(row));
    }
}
