package dev.daybook.benchmarks.roundtrip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.benchmarks.load.Found;
import dev.daybook.benchmarks.load.Latencies;
import dev.daybook.benchmarks.report.Curves;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of the figures: a table, a picture for each rate, and goals. */
final class RoundTripReport {
    private static final String SCENARIO = "roundtrip";
    private static final List<String> AT = List.of("p50", "p90", "p99", "p99.9", "max");
    /** The rate that the goals are for. */
    private static final int GOAL_RATE = 200;

    private final Results results;
    private final RoundTrip.Plan plan;
    private final Table table =
            new Table().row("rate/s", "", "count", "p50 ms", "p90", "p99", "p99.9", "max", "CPU µs each", "faults");

    RoundTripReport(Results results, RoundTrip.Plan plan) {
        this.results = results;
        this.plan = plan;
    }

    void describe() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("arrivals", "Poisson, open loop; latencies count from the planned arrival");
        settings.put("rates", plan.rates() + " a second");
        settings.put(
                "turns",
                "%d of %s for each level, with a raw one before each".formatted(plan.rounds(), seconds(plan.slice())));
        settings.put(
                "warm-up",
                "%s of each at the highest rate, then %s of each at each rate"
                        .formatted(seconds(plan.warmUp()), seconds(plan.settling())));
        settings.put(
                "HTTP client", "our own: HTTP/1.1, %d connections, one reading thread".formatted(plan.connections()));
        settings.put("raw two-hop", "plain clients, linger 0, same sizes and headers, not transactional");
        results.settings(SCENARIO, settings);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1e3 + " s";
    }

    void add(int rate, Map<String, Found> found) throws IOException {
        var json = results.json(SCENARIO).putObject(rate + "/s");
        found.forEach((name, series) -> {
            table.row(row(rate, name, series));
            write(json.putObject(name), series);
            series.faults().forEach((why, count) -> results.say("  %s at %,d/s: %,d × %s", name, rate, count, why));
        });
        var curves = found.entrySet().stream()
                .map(series -> new Curves.Curve(
                        series.getKey(), figures(series.getValue().latencies())))
                .toList();
        results.picture(
                SCENARIO + "-" + rate,
                new Curves(String.format(Locale.ROOT, "Round trip at %,d a second", rate), AT, curves));
        if (rate == GOAL_RATE) {
            goals(found);
        }
    }

    private static Object[] row(int rate, String name, Found series) {
        var latencies = series.latencies();
        var cells = new ArrayList<Object>(List.of(rate, name, latencies.count()));
        figures(latencies).forEach(figure -> cells.add(String.format(Locale.ROOT, "%.2f", figure)));
        cells.add(String.format(Locale.ROOT, "%.0f", series.usage().cpuSeconds() * 1e6 / latencies.count()));
        cells.add(series.faults().values().stream().mapToLong(Long::longValue).sum());
        return cells.toArray();
    }

    private static List<Double> figures(Latencies latencies) {
        return List.of(
                latencies.percentile(50),
                latencies.percentile(90),
                latencies.percentile(99),
                latencies.percentile(99.9),
                latencies.max());
    }

    private static void write(ObjectNode json, Found series) {
        var figures = figures(series.latencies());
        json.put("count", series.latencies().count());
        for (int i = 0; i < AT.size(); i++) {
            json.put(AT.get(i) + " ms", figures.get(i));
        }
        json.put("CPU seconds", series.usage().cpuSeconds());
        var faults = json.putObject("faults");
        series.faults().forEach(faults::put);
    }

    private void goals(Map<String, Found> found) {
        var raw = found.get(RoundTrip.RAW);
        var decided = found.get(RoundTrip.name(Level.DECIDED));
        var committed = found.get(RoundTrip.name(Level.COMMITTED));
        if (raw == null || decided == null || committed == null) {
            return;
        }
        var p50 = decided.latencies().percentile(50);
        results.goal(Goal.atMost(
                1.5,
                "decided over HTTP at 200/s, p50 ÷ raw two-hop p50",
                p50 / raw.latencies().percentile(50),
                ""));
        results.goal(Goal.atMost(4, "decided over HTTP at 200/s, p50", p50, "ms"));
        results.goal(Goal.atMost(
                12, "committed over HTTP at 200/s, p50", committed.latencies().percentile(50), "ms"));
        results.goal(Goal.atMost(
                40, "committed over HTTP at 200/s, p99", committed.latencies().percentile(99), "ms"));
    }

    void end() {
        results.say("");
        results.say(table);
    }
}
