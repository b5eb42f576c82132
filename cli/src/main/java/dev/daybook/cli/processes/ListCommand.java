package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Paging;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import dev.daybook.process.ProcessStatus;
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
            "Of several processes it prints a page of each.",
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

    @Mixin
    private Paging paging = new Paging();

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
        if (paging.hasCursor() && process == null) {
            throw new CommandFailure(ExitCode.USAGE, "A page is of one process: --cursor needs --process.");
        }
        var processes = new Processes(target.queries());
        var document = Json.MAPPER.createObjectNode();
        var pages = document.putObject("processes");
        for (var name : processes.named(Optional.ofNullable(process))) {
            var parameters = paging.parameters();
            if (status != null) {
                parameters.put("status", status.name());
            }
            pages.set(name, processes.page(name, parameters));
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
        pages.path("processes")
                .properties()
                .forEach(page -> Paging.printNext(page.getValue(), "--process " + page.getKey() + " ", output));
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
