package dev.daybook.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.stack.Target;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daybook dead-letters show}: the events of an aggregate that a view has parked. */
@Command(
        name = "show",
        description = {
            "Shows the events of an aggregate that a view has parked, with the reasons.",
            "--json has their headers, and their payloads in Base64, as they stand in the log."
        })
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private Letter letter = new Letter();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var all = all(target.queries());
        output.print(all, () -> {
            var table = new Table().row("POSITION", "VERSION", "TIME", "TYPE", "REASON");
            all.path("parked")
                    .forEach(event -> table.row(
                            event.path("position").asText(),
                            event.path("version").asText(),
                            event.path("time").asText(),
                            event.path("type").asText(),
                            event.path("reason").asText()));
            output.line(table.toString());
        });
        return ExitCode.DONE;
    }

    /** All pages as one. */
    private ObjectNode all(Queries queries) {
        var parked = Json.MAPPER.createArrayNode();
        var parameters = new LinkedHashMap<String, String>();
        ObjectNode page;
        do {
            page = (ObjectNode) queries.deadLetter(letter.view(), letter.id(), parameters);
            page.path("parked").forEach(parked::add);
            parameters.put("from", page.path("next").asText());
        } while (page.hasNonNull("next"));
        page.set("parked", parked);
        page.remove("next");
        return page;
    }
}
