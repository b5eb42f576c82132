package dev.daybook.benchmarks.freshness;

import dev.daybook.benchmarks.http.CommandRequests;
import dev.daybook.benchmarks.http.LoadClient;
import dev.daybook.benchmarks.http.RowRequest;
import dev.daybook.benchmarks.load.Found;
import dev.daybook.benchmarks.load.OpenLoop;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Step;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The scenario: commands over HTTP at a rate, and how long after the answer to each its effect shows in a view. */
public final class Freshness {
    private static final List<String> LEVELS = List.of("committed", "decided");
    private static final String VIEW = "order-summary";

    /**
     * How it runs.
     *
     * @param rates commands a second
     * @param watched of so many commands a second the effect is waited for: to look must not be most of the load
     * @param warmUp how long each level runs at the highest rate before anything counts
     * @param slice how long a turn is
     * @param rounds how many turns each level has at each rate
     * @param openOrders how many orders are open at the same time
     * @param connections of each HTTP client
     */
    public record Plan(
            List<Integer> rates,
            int watched,
            Duration warmUp,
            Duration slice,
            int rounds,
            int openOrders,
            int connections) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final SplittableRandom random = new SplittableRandom(1);
    private int slices;

    public Freshness(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    /**
     * What a level comes to at a rate.
     *
     * @param shown from the answer until it showed
     * @param inAll from the planned arrival of the command, with all faults
     */
    record Level(Found shown, Found inAll) {
        Level() {
            this(new Found(), new Found());
        }
    }

    public void run() throws Exception {
        var report = new FreshnessReport(results, plan);
        report.describe(VIEW);
        try (var _ = stack.startProcessor();
                var gateway = stack.startGateway();
                var projections = stack.startProjections();
                var commands = LoadClient.connect(BenchStack.url(gateway), plan.connections());
                var rows = LoadClient.connect(BenchStack.url(projections), plan.connections())) {
            var lane = new Lane(BenchStack.url(gateway), BenchStack.url(projections), commands, rows);
            for (var level : LEVELS) {
                lane.run(level, Collections.max(plan.rates()), plan.warmUp(), new Level());
            }
            for (int rate : plan.rates()) {
                report.add(rate, measure(lane, rate));
            }
        }
        report.end();
    }

    private Map<String, Level> measure(Lane lane, int rate) throws InterruptedException {
        var found = new LinkedHashMap<String, Level>();
        for (int round = 1; round <= plan.rounds(); round++) {
            results.say("  %,d/s: round %d of %d", rate, round, plan.rounds());
            for (var level : LEVELS) {
                lane.run(level, rate, plan.slice(), found.computeIfAbsent(level, name -> new Level()));
            }
        }
        return found;
    }

    /** Gateway and projection app under load. */
    private final class Lane {
        private final URI gateway;
        private final URI projections;
        private final LoadClient commands;
        private final LoadClient rows;

        Lane(URI gateway, URI projections, LoadClient commands, LoadClient rows) {
            this.gateway = gateway;
            this.projections = projections;
            this.commands = commands;
            this.rows = rows;
        }

        void run(String level, int rate, Duration length, Level into) throws InterruptedException {
            var encoder = new CommandRequests(gateway, "Daybook-Ack: " + level);
            var steps = steps(rate, length);
            int every = Math.max(1, rate / plan.watched());
            var load = IntStream.range(0, steps.size())
                    .mapToObj(i -> watched(encoder, steps.get(i), i % every == 0))
                    .toList();
            into.inAll.add(OpenLoop.run(load, rate, new Eye(commands, rows, into.shown), random));
        }

        private Watched watched(CommandRequests encoder, Step step, boolean watched) {
            return new Watched(encoder.request(step), RowRequest.of(projections, VIEW, step.orderId()), watched);
        }

        /** New orders each time: the last commands of the time before may have left theirs open. */
        private List<Step> steps(int rate, Duration length) {
            int slice = slices++;
            return new OrderMix("f" + slice, plan.openOrders(), slice).next((int) (rate * length.toMillis() / 1000));
        }
    }
}
