package dev.daybook.benchmarks.roundtrip;

import dev.daybook.benchmarks.http.CommandRequests;
import dev.daybook.benchmarks.http.HttpTarget;
import dev.daybook.benchmarks.http.LoadClient;
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
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The scenario: at each rate, turn by turn, raw round trips and commands over HTTP at each level of acknowledgement. */
public final class RoundTrip {
    static final String RAW = "raw two-hop";

    /**
     * How it runs.
     *
     * @param rates requests a second
     * @param warmUp how long each series runs at the highest rate before anything counts
     * @param settling how long each series runs at each rate before it counts
     * @param slice how long a turn is
     * @param rounds how many turns each level has
     * @param openOrders how many orders are open at the same time, for two commands to one order to be far apart
     * @param connections of the HTTP client
     */
    public record Plan(
            List<Integer> rates,
            Duration warmUp,
            Duration settling,
            Duration slice,
            int rounds,
            int openOrders,
            int connections) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final SplittableRandom random = new SplittableRandom(1);
    private int slices;

    public RoundTrip(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    public void run() throws Exception {
        var messages = new RawMessages(stack.wire());
        var report = new RoundTripReport(results, plan);
        report.describe();
        try (var raw = new RawTwoHop(stack.bootstrapServers(), messages);
                var _ = stack.startProcessor();
                var gateway = stack.startGateway();
                var http = LoadClient.connect(BenchStack.url(gateway), plan.connections())) {
            var lanes = new Lanes(raw, messages, new HttpTarget(http), BenchStack.url(gateway));
            warmUp(lanes, Collections.max(plan.rates()), plan.warmUp());
            for (int rate : plan.rates()) {
                report.add(rate, measure(lanes, rate));
            }
        }
        report.end();
    }

    private void warmUp(Lanes lanes, int rate, Duration length) throws InterruptedException {
        results.say("  warm-up at %,d/s", rate);
        lanes.raw(rate, length);
        for (var level : Level.values()) {
            lanes.http(level, rate, length);
        }
    }

    private Map<String, Found> measure(Lanes lanes, int rate) throws InterruptedException {
        warmUp(lanes, rate, plan.settling());
        var found = new LinkedHashMap<String, Found>();
        for (int round = 1; round <= plan.rounds(); round++) {
            results.say("  %,d/s: round %d of %d", rate, round, plan.rounds());
            for (var level : Level.values()) {
                found.computeIfAbsent(RAW, name -> new Found()).add(lanes.raw(rate, plan.slice()));
                found.computeIfAbsent(name(level), name -> new Found()).add(lanes.http(level, rate, plan.slice()));
            }
        }
        return found;
    }

    static String name(Level level) {
        return "HTTP " + level.name().toLowerCase(Locale.ROOT);
    }

    /** What can be put under load. */
    private final class Lanes {
        private final RawTwoHop raw;
        private final RawMessages messages;
        private final HttpTarget http;
        private final URI gateway;

        Lanes(RawTwoHop raw, RawMessages messages, HttpTarget http, URI gateway) {
            this.raw = raw;
            this.messages = messages;
            this.http = http;
            this.gateway = gateway;
        }

        Found raw(int rate, Duration length) throws InterruptedException {
            var requests = steps(rate, length).stream().map(messages::request).toList();
            return OpenLoop.run(requests, rate, raw, random);
        }

        Found http(Level level, int rate, Duration length) throws InterruptedException {
            var encoder = new CommandRequests(gateway, level.header());
            var requests = steps(rate, length).stream().map(encoder::request).toList();
            return OpenLoop.run(requests, rate, http, random);
        }

        /** New orders each time: the last commands of the time before may have left theirs open. */
        private List<Step> steps(int rate, Duration length) {
            int count = (int) (rate * length.toMillis() / 1000);
            int slice = slices++;
            return new OrderMix("r" + slice, plan.openOrders(), slice).next(count);
        }
    }
}
