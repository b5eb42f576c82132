package dev.daybook.benchmarks.fulfillment;

import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.cli.console.Table;
import dev.daybook.orders.ReceiveStock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The scenario: orders through the whole of it, round by round with the process that fulfils them and without. Rounds without it run
 * while the process manager is away; it catches up with them before the next round begins.
 */
public final class Fulfillment {
    private static final String SCENARIO = "fulfillment";
    private static final int PRODUCTS = 77;
    private static final long PLENTY = 1_000_000_000_000L;

    /**
     * How it runs.
     *
     * @param orders of a round
     * @param atATime how many of them are under way at the same time
     * @param warmUps rounds of each way that do not count
     * @param rounds rounds of each way that count
     */
    public record Plan(int orders, int atATime, int warmUps, int rounds) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final Map<Way, List<Double>> rates = new EnumMap<>(Way.class);
    private final Map<Way, List<Double>> p50 = new EnumMap<>(Way.class);
    private final Map<Way, List<Double>> p99 = new EnumMap<>(Way.class);

    public Fulfillment(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    public void run() throws Exception {
        describe();
        try (var _ = stack.startProcessor();
                var shop = new Shop(stack)) {
            for (int product = 1; product <= PRODUCTS; product++) {
                shop.stock(Integer.toString(product), new ReceiveStock(PLENTY));
            }
            for (int round = 1 - plan.warmUps(); round <= plan.rounds(); round++) {
                take(shop, Way.BARE, round);
                shop.listenToProcess();
                try (var _ = stack.startProcesses()) {
                    shop.awaitProcess(prefix(Way.BARE, round), plan.orders());
                    take(shop, Way.FULFILLED, round);
                }
            }
        }
        conclude();
    }

    private void take(Shop shop, Way way, int round) {
        var day = shop.run(way, prefix(way, round), plan.orders(), plan.atATime());
        var rate = plan.orders() / day.usage().seconds();
        results.say(
                "  %-9s %-16s %,7.0f orders/s  %6.2f s  %,6.0f µs CPU/order  %.2f cores  ready after %.1f ms, p99 %.1f",
                round > 0 ? "round " + round : "warm-up",
                way,
                rate,
                day.usage().seconds(),
                day.usage().cpuSeconds() * 1e6 / plan.orders(),
                day.usage().cores(),
                day.untilReady().percentile(50),
                day.untilReady().percentile(99));
        if (round > 0) {
            keep(rates, way, rate);
            keep(p50, way, day.untilReady().percentile(50));
            keep(p99, way, day.untilReady().percentile(99));
        }
    }

    private String prefix(Way way, int round) {
        return way.name().charAt(0) + Integer.toString(round + plan.warmUps());
    }

    private static void keep(Map<Way, List<Double>> figures, Way way, double figure) {
        figures.computeIfAbsent(way, _ -> new ArrayList<>()).add(figure);
    }

    private void describe() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put(
                "orders",
                plan.orders() + " a round, " + plan.atATime() + " under way at a time, each with 2 to 4 lines of "
                        + PRODUCTS + " products");
        settings.put("rounds", plan.warmUps() + " warm-up, " + plan.rounds() + " measured, in turns");
        settings.put("an order ends", "with the process: when its instance is completed; without: when it is shipped");
        settings.put("load", "a plain producer and a consumer of committed events, in the same JVM as broker and apps");
        results.settings(SCENARIO, settings);
    }

    private void conclude() {
        var table = new Table().row("", "orders/s: median (least – most)", "confirmed to ready, p50 ms", "p99 ms");
        for (var way : Way.values()) {
            var rate = spread(rates, way);
            results.keep(SCENARIO, way.toString(), rate);
            table.row(
                    way,
                    rate,
                    String.format(Locale.ROOT, "%.1f", spread(p50, way).median()),
                    String.format(Locale.ROOT, "%.1f", spread(p99, way).median()));
        }
        results.say(table);
        results.say(
                "  with ÷ without: %.2f",
                spread(rates, Way.FULFILLED).median() / spread(rates, Way.BARE).median());
    }

    private static Spread spread(Map<Way, List<Double>> figures, Way way) {
        return new Spread(figures.getOrDefault(way, List.of()));
    }
}
