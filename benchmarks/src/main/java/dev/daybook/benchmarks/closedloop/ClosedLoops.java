package dev.daybook.benchmarks.closedloop;

import dev.daybook.benchmarks.http.CommandRequests;
import dev.daybook.benchmarks.http.HttpTarget;
import dev.daybook.benchmarks.http.LoadClient;
import dev.daybook.benchmarks.load.Client;
import dev.daybook.benchmarks.load.ClosedLoop;
import dev.daybook.benchmarks.postgres.Pool;
import dev.daybook.benchmarks.postgres.PostgresServer;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.stack.Folder;
import dev.daybook.benchmarks.workload.OrderMix;
import dev.daybook.benchmarks.workload.Step;
import dev.daybook.benchmarks.workload.Wire;
import dev.daybook.client.ClientConfig;
import dev.daybook.client.Command;
import dev.daybook.client.CommandClient;
import dev.daybook.client.Reply;
import dev.daybook.client.SendOptions;
import dev.daybook.outcome.CommandAccepted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * The scenario: so many clients, each with its next command when its last is answered. Over HTTP, through the Java
 * client, and as the peer on an event table in PostgreSQL, with the same decider and the same commands.
 */
public final class ClosedLoops {
    static final String HTTP = "HTTP ";
    static final String JAVA = "Java ";
    static final String POSTGRES = "PostgreSQL, pool ";

    /**
     * How it runs.
     *
     * @param clients how many at the same time
     * @param pools how many connections to PostgreSQL
     * @param openOrders how many orders each client has open, in turn
     * @param first what each way runs, with the most clients, before anything counts
     * @param warmUp what each figure is preceded by
     * @param measured what counts
     */
    public record Plan(
            List<Integer> clients,
            List<Integer> pools,
            int openOrders,
            Duration first,
            Duration warmUp,
            Duration measured) {

        int most() {
            return clients.stream().mapToInt(Integer::intValue).max().orElse(1);
        }
    }

    /** What a client of a way does with a command. */
    interface Call {
        void make(Step step) throws Exception;
    }

    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();
    private static final ThreadFactory PLATFORM =
            Thread.ofPlatform().name("load-", 0).factory();

    private final BenchStack stack;
    private final Plan plan;
    private final Results results;
    private final ClosedLoopReport report;
    private int runs;

    public ClosedLoops(BenchStack stack, Plan plan, Results results) {
        this.stack = stack;
        this.plan = plan;
        this.results = results;
        this.report = new ClosedLoopReport(results, plan);
    }

    public void run() throws Exception {
        report.describe();
        daybook();
        var postgres = PostgresServer.find();
        if (postgres.isPresent()) {
            // Not in the stack's folder, which is for its owner alone: PostgreSQL may have to run as somebody else.
            try (var folder = Folder.create();
                    var server = PostgresServer.start(postgres.get(), folder.path())) {
                results.say("  %s", server.describe());
                for (int connections : plan.pools()) {
                    try (var pool = Pool.open(server, connections)) {
                        measure(POSTGRES + connections, pool::handle, PLATFORM);
                    }
                }
            }
        } else {
            results.say("  PostgreSQL: skipped, there is no initdb on the PATH or under /usr/lib/postgresql");
        }
        report.end();
    }

    private void daybook() throws Exception {
        try (var _ = stack.startProcessor()) {
            try (var gateway = stack.startGateway();
                    var http = LoadClient.connect(BenchStack.url(gateway), plan.most())) {
                var target = new HttpTarget(http);
                for (var level : List.of("decided", "committed")) {
                    var encoder = new CommandRequests(BenchStack.url(gateway), "Daybook-Ack: " + level);
                    measure(
                            HTTP + level,
                            step -> target.send(encoder.request(step)).join(),
                            VIRTUAL);
                }
            }
            var config = ClientConfig.of(Wire.CONTEXT.name(), Map.of("bootstrap.servers", stack.bootstrapServers()));
            try (var client = CommandClient.start(config, stack.serdes())) {
                measure(JAVA + "decided", through(client, SendOptions.decided()), VIRTUAL);
                measure(JAVA + "committed", through(client, SendOptions.committed()), VIRTUAL);
            }
        }
    }

    private static Call through(CommandClient client, SendOptions options) {
        return step -> {
            var command = Command.to(Wire.AGGREGATE, step.orderId(), step.command());
            requireAccepted(client.send(command, options).join());
        };
    }

    private static void requireAccepted(Reply reply) {
        if (!(reply instanceof Reply.Answered answered && answered.outcome() instanceof CommandAccepted)) {
            throw new IllegalStateException("Expected an accepted command, but found " + reply);
        }
    }

    private void measure(String way, Call call, ThreadFactory threads) {
        ClosedLoop.run(clients(plan.most(), call), plan.first(), Duration.ZERO, threads);
        for (int clients : plan.clients()) {
            var found = ClosedLoop.run(clients(clients, call), plan.warmUp(), plan.measured(), threads);
            report.add(way, clients, found);
        }
    }

    /** Each client has orders of its own, so that its next command always finds its last one decided. */
    private List<Client> clients(int count, Call call) {
        int run = runs++;
        return IntStream.range(0, count)
                .mapToObj(number -> new OrderMix("c" + run + "-" + number, plan.openOrders(), number))
                .<Client>map(mix -> () -> call.make(mix.next()))
                .toList();
    }
}
