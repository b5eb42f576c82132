package dev.daybook.benchmarks.restore;

import dev.daybook.benchmarks.http.CommandRequests;
import dev.daybook.benchmarks.http.HttpTarget;
import dev.daybook.benchmarks.http.LoadClient;
import dev.daybook.benchmarks.postgres.EventTable;
import dev.daybook.benchmarks.postgres.PostgresServer;
import dev.daybook.benchmarks.report.Goal;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.report.Spread;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.stack.Folder;
import dev.daybook.benchmarks.stack.Progress;
import dev.daybook.benchmarks.workload.Backlog;
import dev.daybook.benchmarks.workload.LongOrder;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.cli.console.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scenario: an order with a long history; the processor starts again, with the state that it kept and without; how
 * long it takes to be ready, and how long the next command to that order takes then. And the same command on an event
 * table in PostgreSQL, which loads and folds the history.
 */
public final class Restore {
    private static final String SCENARIO = "restore";

    /**
     * How it runs.
     *
     * @param events of the order's history
     * @param rounds how often each way starts
     */
    public record Plan(int events, int rounds) {}

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final LongOrder order = new LongOrder("long");
    private final Table table = new Table().row("", "ready, ms: median (range)", "next command, ms: median (range)");
    private int version;

    public Restore(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
    }

    public void run() throws Exception {
        results.settings(
                SCENARIO,
                Map.of("history", plan.events() + " events of one order", "rounds", plan.rounds() + " starts each"));
        try (var gateway = stack.startGateway();
                var http = LoadClient.connect(BenchStack.url(gateway), 1)) {
            var next = new NextCommand(
                    new HttpTarget(http), new CommandRequests(BenchStack.url(gateway), "Daybook-Ack: committed"));
            makeHistory(next);
            var kept = restarts("state kept", next, round -> stack.folder("processor"));
            restarts("state lost", next, round -> stack.folder("processor-" + round));
            results.goal(Goal.atMost(
                    50, "next command to an order of %,d events".formatted(plan.events()), kept.median(), "ms"));
        }
        postgres();
        results.say("");
        results.say(table);
    }

    /** Also lets the processor and the gateway warm up. */
    private void makeHistory(NextCommand next) throws Exception {
        try (var progress = new Progress(stack.bootstrapServers());
                var _ = stack.startProcessor()) {
            var steps = order.first(plan.events());
            version = steps.size();
            new Backlog(stack.bootstrapServers(), stack.wire()).write(steps);
            progress.awaitCommitted(BenchStack.processorGroup(), progress.ends(Wire.COMMANDS));
            for (int i = 0; i < plan.rounds(); i++) {
                next.send();
            }
        }
    }

    private interface StateFolder {
        Path of(int round);
    }

    private Spread restarts(String name, NextCommand next, StateFolder folder) throws Exception {
        var ready = new ArrayList<Double>();
        var took = new ArrayList<Double>();
        for (int round = 1; round <= plan.rounds(); round++) {
            long begin = System.nanoTime();
            try (var _ = stack.startProcessor(folder.of(round))) {
                ready.add(millis(begin));
                took.add(next.send());
            }
            results.say(
                    "  %s, round %d: ready after %.0f ms, next command %.2f ms",
                    name, round, ready.getLast(), took.getLast());
        }
        return conclude(name, new Spread(ready), took);
    }

    private Spread conclude(String name, Spread ready, List<Double> took) {
        var spread = new Spread(took);
        results.keep(SCENARIO, name + ", ready ms", ready);
        results.keep(SCENARIO, name + ", next command ms", spread);
        table.row(name, ready, spread.precise());
        return spread;
    }

    private void postgres() throws Exception {
        var programs = PostgresServer.find();
        if (programs.isEmpty()) {
            results.say("  PostgreSQL: skipped, there is no initdb on the PATH or under /usr/lib/postgresql");
            return;
        }
        try (var folder = Folder.create();
                var server = PostgresServer.start(programs.get(), folder.path())) {
            var took = new Spread(nextCommands(server));
            results.keep(SCENARIO, "PostgreSQL, next command ms", took);
            table.row("PostgreSQL, load and fold", "", took.precise());
        }
    }

    private List<Double> nextCommands(PostgresServer server) throws SQLException {
        var took = new ArrayList<Double>();
        try (var connection = server.connect()) {
            EventTable.create(connection);
            new EventTable(connection).handleAll(order.first(plan.events()));
        }
        for (int round = 0; round < plan.rounds(); round++) {
            try (var events = new EventTable(server.connect())) {
                long begin = System.nanoTime();
                events.handle(order.next(plan.events() + round));
                took.add(millis(begin));
            }
        }
        return took;
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Sends the order's next command over HTTP. */
    private final class NextCommand {
        private final HttpTarget http;
        private final CommandRequests requests;

        NextCommand(HttpTarget http, CommandRequests requests) {
            this.http = http;
            this.requests = requests;
        }

        /** Milliseconds until it was committed. */
        double send() {
            var request = requests.request(order.next(version++));
            long begin = System.nanoTime();
            http.send(request).join();
            return millis(begin);
        }
    }
}
