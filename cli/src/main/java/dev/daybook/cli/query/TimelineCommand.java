package dev.daybook.cli.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.stack.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybook timeline}: every event of an aggregate. */
@Command(name = "timeline", description = "Lists what happened to an aggregate: every event, from the first.")
public final class TimelineCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "AGGREGATE", description = "The type of aggregate, such as order.")
    private String aggregate = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The aggregate's id.")
    private String id = "";

    @Option(names = "--from", paramLabel = "VERSION", description = "The first version to list; default: 1.")
    private @Nullable Long from;

    @Option(names = "--limit", paramLabel = "N", description = "List at most so many events; default: all.")
    private @Nullable Integer limit;

    @Mixin
    private Freshness freshness = new Freshness();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var events = events(target.queries());
        output.print(
                Json.MAPPER.createObjectNode().set("events", events),
                () -> output.line(Timeline.table(events).toString()));
        return ExitCode.DONE;
    }

    private ArrayNode events(Queries queries) {
        var events = Json.MAPPER.createArrayNode();
        var parameters = new LinkedHashMap<String, String>();
        if (from != null) {
            parameters.put("from", from.toString());
        }
        if (limit != null) {
            parameters.put("limit", limit.toString());
        }
        boolean more = true;
        while (more) {
            var page = queries.events(aggregate, id, parameters, events.isEmpty() ? freshness.headers() : Map.of());
            page.path("events").forEach(events::add);
            more = limit == null && page.hasNonNull("next");
            parameters.put("from", page.path("next").asText());
        }
        return events;
    }
}
