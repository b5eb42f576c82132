package dev.daybook.benchmarks.throughput;

import dev.daybook.benchmarks.load.Usage;
import dev.daybook.benchmarks.report.Bars;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.stack.BenchTopics;
import dev.daybook.benchmarks.stack.Progress;
import dev.daybook.benchmarks.workload.Backlog;
import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The scenario: round by round the same new backlog for Daybook and for the bare topology, in alternating order. */
public final class Throughput {
    private static final String SCENARIO = "throughput";

    /**
     * How it runs.
     *
     * @param commands the backlog of a round
     * @param warmUps rounds that do not count
     * @param rounds rounds that count
     * @param openOrders how many orders are open at the same time
     * @param bare settings of Kafka Streams for the bare topology
     */
    public record Plan(int commands, int warmUps, int rounds, int openOrders, Map<String, String> bare) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;

    public Throughput(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    public void run() throws Exception {
        var subjects = List.of(
                new Daybook(stack),
                new Bare(stack, Outputs.SMALL, plan.bare()),
                new Bare(stack, Outputs.LARGE, plan.bare()));
        describe();
        for (var outputs : Outputs.values()) {
            BenchTopics.create(stack.bootstrapServers(), outputs.events(), Wire.EVENTS);
            BenchTopics.create(stack.bootstrapServers(), outputs.replies(), Wire.TOPICS.replies());
        }
        var rates = new LinkedHashMap<String, List<Double>>();
        try (var progress = new Progress(stack.bootstrapServers())) {
            var drain = new Drain(progress);
            var backlog = new Backlog(stack.bootstrapServers(), stack.wire());
            for (int round = 1 - plan.warmUps(); round <= plan.rounds(); round++) {
                var mix = new OrderMix("t" + (round + plan.warmUps()), plan.openOrders(), round);
                backlog.write(mix.next(plan.commands()));
                for (var subject : round > 0 && round % 2 == 0 ? subjects.reversed() : subjects) {
                    var rate = rate(subject, round, drain.run(subject, plan.commands()));
                    if (round > 0) {
                        rates.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
        }
        conclude(rates);
    }

    private double rate(Subject subject, int round, Usage usage) {
        var rate = plan.commands() / usage.seconds();
        results.say(
                "  %-9s %-10s %,9.0f commands/s  %6.2f s  %5.1f µs CPU/command  %.2f cores",
                round > 0 ? "round " + round : "warm-up",
                subject.name(),
                rate,
                usage.seconds(),
                usage.cpuSeconds() * 1e6 / plan.commands(),
                usage.cores());
        return rate;
    }

    private void describe() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put(
                "backlog",
                plan.commands() + " order commands a round, " + plan.openOrders() + " orders open at a time");
        settings.put("rounds", plan.warmUps() + " warm-up, " + plan.rounds() + " measured");
        settings.put("record", sizes());
        settings.put(
                "daybook",
                "as configured by default"
                        + (stack.overrides().processor().isEmpty()
                                ? ""
                                : " and " + stack.overrides().processor()));
        settings.put("bare", Bare.settings(plan.bare()) + "; store with cache and changelog");
        settings.put("bare-large", "the same with outputs as large as Daybook's, headers included");
        results.settings(SCENARIO, settings);
    }

    private String sizes() {
        var wire = stack.wire();
        var lengths = new OrderMix("size", 1, 0)
                .next(1_000).stream().mapToInt(step -> wire.value(step).length).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "value of %d to %d bytes, %.0f on average, no headers",
                lengths.getMin(),
                lengths.getMax(),
                lengths.getAverage());
    }

    private void conclude(Map<String, List<Double>> rates) throws IOException {
        var bars = new ArrayList<Bars.Bar>();
        var table = new Table().row("", "commands/s: median (least – most)");
        rates.forEach((subject, rounds) -> {
            var spread = new Spread(rounds);
            results.keep(SCENARIO, subject, spread);
            bars.add(new Bars.Bar(subject, spread));
            table.row(subject, spread);
        });
        results.say(table);
        results.picture(SCENARIO, new Bars("Processor throughput", "commands a second; the line: all rounds", bars));
        results.goal(Goal.atLeast(
                0.7,
                "processor throughput ÷ bare topology",
                bars.get(0).figures().median() / bars.get(1).figures().median(),
                ""));
    }
}
