package dev.daybook.benchmarks.freshness;

import dev.daybook.benchmarks.load.Latencies;
import dev.daybook.benchmarks.report.Curves;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the figures: a table, a picture for each rate, and goals. */
final class FreshnessReport {
    private static final String SCENARIO = "freshness";
    private static final List<String> AT = List.of("p50", "p90", "p99", "p99.9", "max");
    /** The rate that the goals are for. */
    private static final int GOAL_RATE = 200;

    private final Results results;
    private final Freshness.Plan plan;
    private final Table table =
            new Table().row("rate/s", "shown after", "count", "p50 ms", "p90", "p99", "p99.9", "max", "faults");

    FreshnessReport(Results results, Freshness.Plan plan) {
        this.results = results;
        this.plan = plan;
    }

    void describe(String view) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("arrivals", "Poisson, open loop, at " + plan.rates() + " a second");
        settings.put(
                "measured",
                "from the answer to a command to the answer of the first read of its row in " + view
                        + ", without a token, that shows it; the next read follows the last at once");
        settings.put("watched", "about %d commands a second".formatted(plan.watched()));
        settings.put(
                "turns",
                "%d of %d ms for each level, after %d ms of each at the highest rate"
                        .formatted(
                                plan.rounds(),
                                plan.slice().toMillis(),
                                plan.warmUp().toMillis()));
        settings.put("HTTP clients", "our own, %d connections each".formatted(plan.connections()));
        results.settings(SCENARIO, settings);
    }

    void add(int rate, Map<String, Freshness.Level> found) throws IOException {
        var json = results.json(SCENARIO).putObject(rate + "/s");
        found.forEach((level, series) -> {
            var figures = figures(series.shown().latencies());
            var faults = series.inAll().faults();
            table.row(row(rate, level, series, figures));
            faults.forEach((why, count) -> results.say("  %s at %,d/s: %,d × %s", level, rate, count, why));
            var kept = json.putObject(level);
            for (int i = 0; i < AT.size(); i++) {
                kept.put(AT.get(i) + " ms", figures.get(i));
            }
            faults.forEach(kept.putObject("faults")::put);
        });
        var curves = found.entrySet().stream()
                .map(level -> new Curves.Curve(
                        level.getKey(), figures(level.getValue().shown().latencies())))
                .toList();
        results.picture(
                SCENARIO + "-" + rate,
                new Curves(
                        String.format(Locale.ROOT, "From the answer to the view at %,d a second", rate), AT, curves));
        if (rate == GOAL_RATE) {
            goals(found.get("committed"));
        }
    }

    private void goals(Freshness.@Nullable Level committed) {
        if (committed != null) {
            var latencies = committed.shown().latencies();
            results.goal(Goal.atMost(10, "from committed to the view at 200/s, p50", latencies.percentile(50), "ms"));
            results.goal(Goal.atMost(50, "from committed to the view at 200/s, p99", latencies.percentile(99), "ms"));
        }
    }

    private static Object[] row(int rate, String level, Freshness.Level series, List<Double> figures) {
        var cells = new ArrayList<Object>(
                List.of(rate, level, series.shown().latencies().count()));
        figures.forEach(figure -> cells.add(String.format(Locale.ROOT, "%.2f", figure)));
        cells.add(series.inAll().faults().values().stream()
                .mapToLong(Long::longValue)
                .sum());
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

    void end() {
        results.say("");
        results.say(table);
    }
}
