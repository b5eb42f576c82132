package dev.daybook.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.AggregateArguments;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.stack.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daybook timeline}: every event of an aggregate. */
@Command(
        name = "timeline",
        description = {
            "Tells what happened to an aggregate: every event, what it changed, and which command caused it.",
            "  ./daybook timeline order 10248",
            "  ./daybook timeline order 10248 --follow"
        })
public final class TimelineCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    @Mixin
    private AggregateArguments aggregate = new AggregateArguments();

    @Option(
            names = "--from",
            paramLabel = "VERSION",
            converter = WholeNumber.Version.class,
            description = "The first version to tell of; default: 1.")
    private long from = 1;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumber.FromOne.class,
            description = "Tell of so many events at most; default: all.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--follow",
            description = "Go on with what happens from now on, until Ctrl-C; with --json, one document a line.")
    private boolean follow;

    @Option(names = "--no-diff", description = "Show what events hold, and not what they changed.")
    private boolean plain;

    @Mixin
    private Freshness freshness = new Freshness();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (follow) {
            follow(target.queries());
        } else {
            list(target.queries());
        }
        return ExitCode.DONE;
    }

    private void list(Queries queries) {
        var document = Json.MAPPER.createObjectNode();
        var events = document.putArray("events");
        var narrative = new Narrative(!plain);
        eachEvent(queries, event -> {
            if (output.json()) {
                events.add(event);
            } else {
                output.line(narrative.of(event));
            }
        });
        if (output.json()) {
            output.line(Json.pretty(document));
        }
    }

    /** Page by page, so that no timeline is too long. */
    private void eachEvent(Queries queries, Consumer<JsonNode> action) {
        var parameters = parameters();
        var headers = freshness.headers();
        var left = limit;
        var more = true;
        while (more && left > 0) {
            parameters.put("limit", String.valueOf(Math.min(left, PAGE)));
            var page = queries.events(aggregate.type(), aggregate.id(), parameters, headers);
            page.path("events").forEach(action);
            left -= page.path("events").size();
            more = page.hasNonNull("next");
            parameters.put("from", page.path("next").asText());
            headers = Map.of();
        }
    }

    private void follow(Queries queries) {
        var narrative = new Narrative(!plain);
        var left = new AtomicInteger(limit);
        queries.liveEvents(aggregate.type(), aggregate.id(), parameters(), freshness.headers())
                .follow(event -> {
                    output.line(output.json() ? event.data().toString() : narrative.of(event.data()));
                    return left.decrementAndGet() > 0;
                });
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("from", String.valueOf(from));
        if (!plain) {
            parameters.put("changes", "true");
        }
        return parameters;
    }
}
