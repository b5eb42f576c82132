package dev.daybook.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.demo.Demo.Result;
import dev.daybook.cli.query.Timeline;
import dev.daybook.cli.stack.RunningStack;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the demo found, for a person and for a program. */
final class Report {
    private static final int REFUSALS_SHOWN = 10;

    private final Result result;
    private final RunningStack stack;

    Report(Result result, RunningStack stack) {
        this.result = result;
        this.stack = stack;
    }

    String text() {
        return Stream.of(replayed(), figures().toString(), remarks(), timeline(), urls())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "\n", ""));
    }

    private String replayed() {
        var tally = result.tally();
        int commands = tally.accepted() + tally.known();
        return String.format(
                Locale.ROOT,
                "Replayed %d orders with %d commands in %.1f s, %.0f per second: %d new, %d known from before.",
                result.expected().orders(),
                commands,
                result.seconds(),
                commands / result.seconds(),
                tally.accepted(),
                tally.known());
    }

    private Table figures() {
        var table = new Table().row("", "found", "expected");
        var expected = result.expected();
        var found = result.found();
        table.row("orders", found.orders(), expected.orders());
        var statuses = new TreeSet<>(expected.byStatus().keySet());
        statuses.addAll(found.byStatus().keySet());
        statuses.descendingSet()
                .forEach(status -> table.row(
                        status,
                        found.byStatus().getOrDefault(status, 0),
                        expected.byStatus().getOrDefault(status, 0)));
        table.row("sum of all totals", found.roundedTotal(), expected.roundedTotal());
        table.row("events in " + LogCount.TOPIC, found.events(), expected.events());
        return table;
    }

    private String remarks() {
        var log = result.log();
        var remarks = Stream.<String>builder();
        remarks.add("All orders by status, in order-status: " + result.statuses());
        result.tally().refusals().stream()
                .limit(REFUSALS_SHOWN)
                .map(refusal -> "Refused: " + refusal)
                .forEach(remarks);
        if (log.distinct() != log.ofCommands()) {
            remarks.add((log.ofCommands() - log.distinct()) + " events of the sample are in the log twice.");
        }
        if (log.events() != log.ofCommands()) {
            remarks.add("Besides them the topic holds " + (log.events() - log.ofCommands())
                    + " events of other commands than the sample's.");
        }
        if (!log.changedSince().isEmpty()) {
            remarks.add("Sample orders with other events since, so that figures may differ: "
                    + String.join(", ", new TreeSet<>(log.changedSince())));
        }
        if (!result.holds()) {
            remarks.add("The figures are not what they must be.");
        }
        return remarks.build().collect(Collectors.joining("\n"));
    }

    private String timeline() {
        return "Order " + Demo.SHOWN_ORDER + ":\n" + Timeline.table(result.timeline());
    }

    private String urls() {
        return "See for yourself:\n"
                + new Table()
                        .row("an order", stack.queries() + "/v1/views/order-summary/" + Demo.SHOWN_ORDER)
                        .row("a customer's", stack.queries() + "/v1/views/orders-by-customer?customerId=VINET")
                        .row("how many there are", stack.queries() + "/v1/views/order-status")
                        .row("its history", stack.queries() + "/v1/order/" + Demo.SHOWN_ORDER + "/events")
                        .row("as it was", stack.queries() + "/v1/order/" + Demo.SHOWN_ORDER + "/state?version=1")
                        .row("the views", stack.queries() + "/v1/views")
                        .row("the API", stack.gateway() + "/docs");
    }

    ObjectNode json() {
        var tally = result.tally();
        var json = Json.MAPPER.createObjectNode();
        json.put("holds", result.holds());
        json.put("seconds", result.seconds());
        json.put("new", tally.accepted());
        json.put("known", tally.known());
        json.set("refusals", Json.MAPPER.valueToTree(tally.refusals()));
        json.set("found", figures(result.found()));
        json.set("expected", figures(result.expected()));
        json.set("statuses", Json.MAPPER.valueToTree(result.statuses()));
        json.put("eventsInTopic", result.log().events());
        json.set("timeline", result.timeline());
        return json;
    }

    private static ObjectNode figures(Figures figures) {
        var json = Json.MAPPER.createObjectNode();
        json.put("orders", figures.orders());
        json.set("byStatus", Json.MAPPER.valueToTree(figures.byStatus()));
        json.put("total", figures.total().toPlainString());
        json.put("events", figures.events());
        return json;
    }
}
