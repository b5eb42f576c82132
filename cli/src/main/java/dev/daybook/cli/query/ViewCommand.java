package dev.daybook.cli.query;

import dev.daybook.cli.client.Answer;
import dev.daybook.cli.client.ServerEvent;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Paging;
import dev.daybook.cli.stack.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook view}: rows of a view. */
@Command(
        name = "view",
        description = {
            "Prints a row of a view, or a page of its rows.",
            "  ./daybook view order-summary 10248",
            "  ./daybook view order-summary 10248 --follow",
            "  ./daybook view orders-by-customer --filter customerId=VINET",
            "  ./daybook view order-status SHIPPED --at 2026-11-01T15:00:00Z"
        })
public final class ViewCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = NonEmpty.class,
            description = "The view, such as order-summary.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            arity = "0..1",
            converter = NonEmpty.class,
            description = "The row's key: the aggregate's id, or the group, such as SHIPPED.")
    private @Nullable String key;

    @Option(
            names = "--filter",
            paramLabel = "FIELD=VALUE",
            description = "Only rows with this value; the field is one that the view can be asked by. Repeatable.")
    private Map<String, String> filters = new LinkedHashMap<>();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "As it was at this time, such as 2026-11-01T12:00:00Z; for views that count over aggregates.")
    private @Nullable Instant at;

    @Option(
            names = "--follow",
            description = "Print the row again whenever it changes, until Ctrl-C; with --json, one document a line.")
    private boolean follow;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Paging paging = new Paging();

    @Mixin
    private Freshness freshness = new Freshness();

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (key != null) {
            requireNoPage();
        }
        if (follow) {
            follow();
        } else if (key != null) {
            printRow(key);
        } else {
            printPage();
        }
        return ExitCode.DONE;
    }

    private void requireNoPage() {
        if (!filters.isEmpty() || paging.isGiven()) {
            throw misused("--filter, --limit and --cursor are for pages of rows; with a key there is one row");
        }
    }

    private ParameterException misused(String why) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), why);
    }

    private void printRow(String key) {
        var answer = target.queries().row(name, key, past(), freshness.headers());
        remarkParked(answer);
        var row = answer.orFail().json();
        output.print(row, () -> output.line(Json.pretty(row)));
    }

    private void remarkParked(Answer answer) {
        answer.header("Daybook-Parked")
                .ifPresent(position -> output.remark("The view has parked this row's events from position " + position
                        + " on, so the row lacks them. See ./daybook dead-letters list"));
        answer.header("Daybook-Parked-Aggregates")
                .ifPresent(aggregates -> output.remark("The view has parked events of " + aggregates
                        + " aggregates, which the answer lacks. See ./daybook dead-letters list"));
    }

    private Map<String, String> past() {
        return at == null ? Map.of() : Map.of("at", at.toString());
    }

    private void follow() {
        if (key == null || at != null) {
            throw misused("--follow needs the key of the row to follow, and goes on from now");
        }
        target.queries().liveRow(name, key, freshness.headers()).follow(event -> {
            print(event);
            return true;
        });
    }

    private void print(ServerEvent event) {
        var gone = event.type().equals("gone");
        if (output.json()) {
            var document = Json.MAPPER.createObjectNode();
            document.put("id", event.id());
            document.put("gone", gone);
            document.set("row", gone ? null : event.data());
            output.line(document.toString());
        } else {
            output.line(gone ? "There is no such row any more" : Json.pretty(event.data()));
        }
    }

    private void printPage() {
        var parameters = new LinkedHashMap<>(filters);
        parameters.putAll(past());
        parameters.putAll(paging.parameters());
        var answer = target.queries().page(name, parameters, freshness.headers());
        remarkParked(answer);
        var page = answer.orFail().json();
        output.print(page, () -> {
            page.path("rows").forEach(row -> output.line(row.toString()));
            Paging.printNext(page, "", output);
        });
    }
}
