package dev.daybook.benchmarks.closedloop;

import dev.daybook.benchmarks.load.Found;
import dev.daybook.benchmarks.report.Bars;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What becomes of the figures: a table, a picture of the best of each way, and goals. */
final class ClosedLoopReport {
    private static final String SCENARIO = "closed-loop";

    private final Results results;
    private final ClosedLoops.Plan plan;
    private final Map<String, Double> best = new LinkedHashMap<>();

    ClosedLoopReport(Results results, ClosedLoops.Plan plan) {
        this.results = results;
        this.plan = plan;
    }

    void describe() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("clients", plan.clients() + ", with " + plan.openOrders() + " open orders each");
        settings.put(
                "durations",
                "%d ms each after %d ms of warm-up, and %d ms of each way with all clients before"
                        .formatted(
                                plan.measured().toMillis(),
                                plan.warmUp().toMillis(),
                                plan.first().toMillis()));
        settings.put("HTTP", "our own HTTP/1.1 client, a virtual thread for each client");
        settings.put("Java", "the command client in this JVM, a virtual thread for each client");
        settings.put(
                "PostgreSQL",
                "JDBC in this JVM, a platform thread for each client, pools of " + plan.pools()
                        + " connections; load, fold, decide, insert, commit");
        results.settings(SCENARIO, settings);
    }

    void add(String way, int clients, Found found) {
        results.say(
                "  %-22s %4d clients %,9.0f commands/s  p50 %7.2f  p99 %7.2f ms  faults %d",
                way,
                clients,
                found.rate(),
                found.latencies().percentile(50),
                found.latencies().percentile(99),
                found.faults().values().stream().mapToLong(Long::longValue).sum());
        found.faults().forEach((why, count) -> results.say("    %,d × %s", count, why));
        var json = results.json(SCENARIO).withObjectProperty(way).putObject(Integer.toString(clients));
        found.faults().forEach(json.putObject("faults")::put);
        json.put("commands/s", found.rate())
                .put("p50 ms", found.latencies().percentile(50))
                .put("p99 ms", found.latencies().percentile(99))
                .put("max ms", found.latencies().max());
        best.merge(way, found.rate(), Math::max);
    }

    void end() throws IOException {
        var table = new Table().row("", "best, commands/s");
        best.forEach((way, rate) -> table.row(way, String.format(Locale.ROOT, "%,.0f", rate)));
        results.say("");
        results.say(table);
        var bars = best.entrySet().stream()
                .map(way -> new Bars.Bar(way.getKey(), new Spread(List.of(way.getValue()))))
                .toList();
        results.picture(SCENARIO, new Bars("Closed loop", "commands a second, at the best number of clients", bars));
        bestOf(ClosedLoops.POSTGRES).ifPresent(postgres -> {
            goal(2, "commands/s, Java client ÷ PostgreSQL", ClosedLoops.JAVA, postgres);
            goal(1, "commands/s, HTTP ÷ PostgreSQL", ClosedLoops.HTTP, postgres);
        });
    }

    private void goal(double limit, String measure, String way, double postgres) {
        bestOf(way).ifPresent(rate -> results.goal(Goal.atLeast(limit, measure, rate / postgres, "")));
    }

    private OptionalDouble bestOf(String way) {
        return best.entrySet().stream()
                .filter(each -> each.getKey().startsWith(way))
                .mapToDouble(Map.Entry::getValue)
                .max();
    }
}
