package dev.daybook.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.demo.Demo.Result;
import dev.daybook.cli.query.Timeline;
import dev.daybook.cli.stack.RunningStack;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the demo found, for a person and for a program. */
final class Report {
    private static final int REFUSALS_SHOWN = 10;
    private static final int FAILURES_SHOWN = 5;

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
        union(found.byStatus(), expected.byStatus())
                .descendingSet()
                .forEach(status -> table.row(
                        status,
                        found.byStatus().getOrDefault(status, 0),
                        expected.byStatus().getOrDefault(status, 0)));
        table.row("sum of all totals", found.roundedTotal(), expected.roundedTotal());
        table.row("events of orders", found.events() + found.fulfilled(), expected.events() + expected.fulfilled());
        table.row("  by these commands", found.events(), expected.events());
        table.row("  by fulfillment", found.fulfilled(), expected.fulfilled());
        table.row(
                "pieces on hand", found.allStock().onHand(), expected.allStock().onHand());
        table.row("  reserved", found.allStock().reserved(), expected.allStock().reserved());
        table.row(
                "  available", found.allStock().available(), expected.allStock().available());
        union(found.processes(), expected.processes())
                .forEach(status -> table.row(
                        "fulfillments " + status,
                        found.processes().getOrDefault(status, 0),
                        expected.processes().getOrDefault(status, 0)));
        return table;
    }

    private static NavigableSet<String> union(Map<String, Integer> one, Map<String, Integer> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private String remarks() {
        var log = result.log();
        var remarks = Stream.<String>builder();
        remarks.add("All orders by status, in order-status: " + result.statuses());
        result.tally().refusals().stream()
                .limit(REFUSALS_SHOWN)
                .map(refusal -> "Refused: " + refusal)
                .forEach(remarks);
        if (log.distinct() != log.ofSample()) {
            remarks.add((log.ofSample() - log.distinct()) + " events of the sample are in the log twice.");
        }
        result.found().failed().stream()
                .limit(FAILURES_SHOWN)
                .map(order -> "Failed: ./daybook processes show fulfillment " + order)
                .forEach(remarks);
        if (log.stockByOthers() > 0) {
            remarks.add("The stock had " + log.stockByOthers()
                    + " events of others than the sample's orders, so that it may differ.");
        }
        if (!log.ofEarlierRelease().isEmpty()) {
            remarks.add(log.ofEarlierRelease().size()
                    + " orders of an earlier release are here, shipped without stock: use another folder, with"
                    + " --data.");
        }
        result.expected().stock().forEach((product, expected) -> {
            var found = result.found().stock().getOrDefault(product, Level.NONE);
            if (!found.equals(expected)) {
                remarks.add("Product " + product + ": found " + found + ", expected " + expected);
            }
        });
        if (log.events() != log.ofSample()) {
            remarks.add("Besides them " + LogCount.TOPIC + " holds " + (log.events() - log.ofSample())
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
                        .row("its fulfillment", stack.queries() + "/v1/views/fulfillment-process/" + Demo.SHOWN_ORDER)
                        .row("the stock", stack.queries() + "/v1/views/inventory")
                        .row("its history", stack.queries() + "/v1/order/" + Demo.SHOWN_ORDER + "/events")
                        .row("as it was", stack.queries() + "/v1/order/" + Demo.SHOWN_ORDER + "/state?version=1")
                        .row("the views", stack.queries() + "/v1/views")
                        .row("the commands", stack.gateway() + "/docs")
                        .row("the queries", stack.queries() + "/docs");
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
        json.put("eventsOfStockByOthers", result.log().stockByOthers());
        json.put("ordersOfEarlierRelease", result.log().ofEarlierRelease().size());
        json.set("timeline", result.timeline());
        return json;
    }

    private static ObjectNode figures(Figures figures) {
        var json = Json.MAPPER.createObjectNode();
        json.put("orders", figures.orders());
        json.set("byStatus", Json.MAPPER.valueToTree(figures.byStatus()));
        json.put("total", figures.total().toPlainString());
        json.put("events", figures.events());
        json.put("eventsOfFulfillment", figures.fulfilled());
        json.set("stock", Json.MAPPER.valueToTree(figures.allStock()));
        json.set("processes", Json.MAPPER.valueToTree(figures.processes()));
        json.set("failed", Json.MAPPER.valueToTree(figures.failed()));
        return json;
    }
}
