package dev.daybook.benchmarks.rebuild;

import dev.daybook.benchmarks.report.Bars;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.stack.EventLog;
import dev.daybook.benchmarks.stack.ViewProgress;
import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.cli.console.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The scenario: round by round the same log, from its first event, for a new version of a view in the projection app, and for
 * a plain consumer that decodes what it reads.
 */
public final class Rebuild {
    private static final String SCENARIO = "rebuild";
    private static final String VIEW = "order-summary";
    private static final String DAYBOOK = "daybook";
    private static final String BARE = "bare consumer";
    /** Far from any version that the context has. */
    private static final int FIRST_VERSION = 1_000;

    /**
     * How it runs.
     *
     * @param events that are written to the log
     * @param openOrders how many orders are open at the same time
     * @param warmUps rounds that do not count
     * @param rounds rounds that count
     * @param passes how often the plain consumer reads the log in a round, so that it does not end at once
     */
    public record Plan(int events, int openOrders, int warmUps, int rounds, int passes) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final BareConsumer bare;
    private final List<Double> built = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();

    public Rebuild(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
        this.bare = new BareConsumer(stack.bootstrapServers(), stack.serdes());
    }

    public void run() throws Exception {
        describe();
        EventLog.write(stack, new OrderMix("b", plan.openOrders(), 1).next(plan.events()));
        for (int round = 1 - plan.warmUps(); round <= plan.rounds(); round++) {
            if (round % 2 == 0) {
                build(round);
                read(round);
            } else {
                read(round);
                build(round);
            }
        }
        conclude();
    }

    private void build(int round) throws Exception {
        var candidate = Candidate.of(Wire.CONTEXT, VIEW, FIRST_VERSION + round);
        try (var projections = stack.launchProjections(List.of(candidate))) {
            var took = Build.watch(ViewProgress.of(projections, VIEW));
            say(round, DAYBOOK, took);
            if (round > 0) {
                built.add(took.rate());
            }
        }
    }

    private void read(int round) {
        var took = bare.read(plan.passes());
        say(round, BARE, took);
        if (round > 0) {
            read.add(took.rate());
        }
    }

    private void say(int round, String subject, Took took) {
        results.say(
                "  %-9s %-14s %,9.0f events/s  %6.2f s  %5.1f µs CPU/event  %.2f cores",
                round > 0 ? "round " + round : "warm-up",
                subject,
                took.rate(),
                took.usage().seconds(),
                took.cpuMicros(),
                took.usage().cores());
    }

    private void describe() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("log", plan.events() + " events of orders, " + plan.openOrders() + " orders open at a time");
        settings.put("rounds", plan.warmUps() + " warm-up, " + plan.rounds() + " measured");
        settings.put(
                DAYBOOK,
                "the projection app with " + VIEW
                        + " alone, a new version each round, beside the timeline, which keeps up;"
                        + " as configured by default"
                        + (stack.overrides().projection().isEmpty()
                                ? ""
                                : " and " + stack.overrides().projection()));
        settings.put(
                BARE,
                "one thread that decodes headers and payload, %d passes a round; %s"
                        .formatted(plan.passes(), BareConsumer.settings()));
        results.settings(SCENARIO, settings);
    }

    private void conclude() throws IOException {
        var view = new Spread(built);
        var consumer = new Spread(read);
        results.keep(SCENARIO, DAYBOOK, view);
        results.keep(SCENARIO, BARE, consumer);
        results.say("");
        results.say(new Table()
                .row("", "events/s: median (least – most)")
                .row(DAYBOOK, view)
                .row(BARE, consumer));
        results.picture(
                SCENARIO,
                new Bars(
                        "Build of a view",
                        "events a second; the line: all rounds",
                        List.of(new Bars.Bar(DAYBOOK, view), new Bars.Bar(BARE, consumer))));
        results.goal(Goal.atLeast(
                0.4, "build of a view ÷ a consumer that only decodes", view.median() / consumer.median(), ""));
    }
}
