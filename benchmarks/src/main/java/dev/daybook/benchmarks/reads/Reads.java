package dev.daybook.benchmarks.reads;

import dev.daybook.benchmarks.http.HttpTarget;
import dev.daybook.benchmarks.http.LoadClient;
import dev.daybook.benchmarks.http.RowRequest;
import dev.daybook.benchmarks.load.Client;
import dev.daybook.benchmarks.load.ClosedLoop;
import dev.daybook.benchmarks.load.Found;
import dev.daybook.benchmarks.report.Bars;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.stack.EventLog;
import dev.daybook.benchmarks.stack.ViewProgress;
import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Step;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * The scenario: so many clients, each of which reads its next row when its last has come; in turn from the projection app, and
 * from a server with the same configuration that answers with a constant.
 */
public final class Reads {
    private static final String SCENARIO = "reads";
    private static final String VIEW = "order-summary";
    private static final String DAYBOOK = "row by key";
    private static final String CONSTANT = "constant";
    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();

    /**
     * How it runs.
     *
     * @param commands what the orders are made with
     * @param clients how many at the same time
     * @param rounds turns of each
     * @param warmUp of each before anything counts
     * @param measured how long a turn is
     */
    public record Plan(int commands, int clients, int rounds, Duration warmUp, Duration measured) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;

    public Reads(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    /** Who is read from. */
    private record Lane(String name, LoadClient http, List<byte[]> requests) implements AutoCloseable {

        static Lane connect(String name, URI server, List<String> orders, int connections) throws IOException {
            var requests = orders.stream()
                    .map(order -> RowRequest.of(server, VIEW, order))
                    .toList();
            return new Lane(name, LoadClient.connect(server, connections), requests);
        }

        Client client(long seed) {
            var random = new SplittableRandom(seed);
            var target = new HttpTarget(http);
            return () ->
                    target.send(requests.get(random.nextInt(requests.size()))).join();
        }

        @Override
        public void close() throws IOException {
            http.close();
        }
    }

    public void run() throws Exception {
        var steps = new OrderMix("read", 500, 1).next(plan.commands());
        var orders = steps.stream().map(Step::orderId).distinct().toList();
        EventLog.write(stack, steps);
        try (var projections = stack.startProjections()) {
            ViewProgress.of(projections, VIEW).awaitEnd();
            var row = new Queries(BenchStack.url(projections)).row(VIEW, orders.getFirst(), Map.of(), Map.of());
            try (var constant = ConstantServer.start(row.toString());
                    var daybook = Lane.connect(DAYBOOK, BenchStack.url(projections), orders, plan.clients());
                    var peer = Lane.connect(CONSTANT, constant.url(), orders, plan.clients())) {
                describe(orders.size(), row.toString().length());
                measure(daybook, peer);
            }
        }
    }

    private void measure(Lane daybook, Lane peer) throws IOException {
        for (var lane : List.of(daybook, peer)) {
            load(lane, plan.warmUp());
        }
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (var lane : round % 2 == 0 ? List.of(peer, daybook) : List.of(daybook, peer)) {
                var found = load(lane, plan.measured());
                say(round, lane, found);
                rates.computeIfAbsent(lane.name, name -> new ArrayList<>()).add(found.rate());
            }
        }
        conclude(
                new Spread(rates.getOrDefault(DAYBOOK, List.of())),
                new Spread(rates.getOrDefault(CONSTANT, List.of())));
    }

    private Found load(Lane lane, Duration length) {
        var clients = IntStream.range(0, plan.clients()).mapToObj(lane::client).toList();
        return ClosedLoop.run(clients, Duration.ZERO, length, VIRTUAL);
    }

    private void say(int round, Lane lane, Found found) {
        results.say(
                "  round %d %-12s %,9.0f requests/s  p50 %6.2f  p99 %6.2f ms  %5.1f µs CPU/request  faults %d",
                round,
                lane.name,
                found.rate(),
                found.latencies().percentile(50),
                found.latencies().percentile(99),
                found.usage().cpuSeconds() * 1e6 / found.latencies().count(),
                found.faults().values().stream().mapToLong(Long::longValue).sum());
        found.faults().forEach((why, count) -> results.say("    %,d × %s", count, why));
        var faults = results.json(SCENARIO).withObjectProperty("faults");
        found.faults().forEach(faults::put);
    }

    private void describe(int orders, int bytes) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("clients", plan.clients() + ", a virtual thread and a connection each; our own HTTP/1.1 client");
        settings.put("rows", "%,d of %s, in random order, some %d bytes of JSON each".formatted(orders, VIEW, bytes));
        settings.put(
                "turns",
                "%d of %d ms each, after %d ms of warm-up"
                        .formatted(
                                plan.rounds(),
                                plan.measured().toMillis(),
                                plan.warmUp().toMillis()));
        settings.put(CONSTANT, "the same HTTP server with the same configuration; a handler that answers with one row");
        results.settings(SCENARIO, settings);
    }

    private void conclude(Spread rows, Spread constant) throws IOException {
        results.keep(SCENARIO, DAYBOOK, rows);
        results.keep(SCENARIO, CONSTANT, constant);
        results.say("");
        results.say(new Table()
                .row("", "requests/s: median (least – most)")
                .row(DAYBOOK, rows)
                .row(CONSTANT, constant));
        results.picture(
                SCENARIO,
                new Bars(
                        "Reads over HTTP",
                        "requests a second; the line: all rounds",
                        List.of(new Bars.Bar(DAYBOOK, rows), new Bars.Bar(CONSTANT, constant))));
        results.goal(Goal.atLeast(
                0.6, "row by key ÷ a handler that answers with a constant", rows.median() / constant.median(), ""));
    }
}
