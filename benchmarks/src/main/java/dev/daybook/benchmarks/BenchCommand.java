package dev.daybook.benchmarks;

import dev.daybook.benchmarks.closedloop.ClosedLoops;
import dev.daybook.benchmarks.freshness.Freshness;
import dev.daybook.benchmarks.fulfillment.Fulfillment;
import dev.daybook.benchmarks.reads.Reads;
import dev.daybook.benchmarks.rebuild.Rebuild;
import dev.daybook.benchmarks.report.Machine;
import dev.daybook.benchmarks.report.Results;
import dev.daybook.benchmarks.restore.Restore;
import dev.daybook.benchmarks.roundtrip.RoundTrip;
import dev.daybook.benchmarks.stack.BenchStack;
import dev.daybook.benchmarks.throughput.Throughput;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.stack.Home;
import dev.daybook.cli.stack.Logs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook bench}: measures Daybook and its peers side by side. */
@Command(
        name = "bench",
        usageHelpAutoWidth = true,
        description = {
            "Measures Daybook and its peers side by side, on this machine, with broker, apps, peers and load together.",
            "Ends with a table of goals. docs/performance.md tells how it measures."
        })
final class BenchCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "What to measure, of ${COMPLETION-CANDIDATES}; default: all.")
    private List<Scenario> scenarios = List.of();

    @Option(names = "--quick", description = "Fewer and shorter rounds: minutes for all.")
    private boolean quick;

    @Option(names = "--touch", description = "Seconds only: shows that it works, and no figures that count.")
    private boolean touch;

    @Option(
            names = "--processor",
            paramLabel = "KEY=VALUE",
            description = "A setting of the processor, such as kafka.commit.interval.ms=100. Repeatable.")
    private Map<String, String> processor = new LinkedHashMap<>();

    @Option(names = "--gateway", paramLabel = "KEY=VALUE", description = "A setting of the gateway. Repeatable.")
    private Map<String, String> gateway = new LinkedHashMap<>();

    @Option(
            names = "--projection",
            paramLabel = "KEY=VALUE",
            description = "A setting of the projection app. Repeatable.")
    private Map<String, String> projection = new LinkedHashMap<>();

    @Option(
            names = "--processes",
            paramLabel = "KEY=VALUE",
            description = "A setting of the process manager. Repeatable.")
    private Map<String, String> processes = new LinkedHashMap<>();

    @Option(names = "--broker", paramLabel = "KEY=VALUE", description = "A setting of the broker. Repeatable.")
    private Map<String, String> broker = new LinkedHashMap<>();

    @Option(
            names = "--bare",
            paramLabel = "KEY=VALUE",
            description = "A setting of Kafka Streams for the bare topology. Repeatable.")
    private Map<String, String> bare = new LinkedHashMap<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the figures and pictures go; default: target/bench/<time>.")
    private @Nullable Path output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // It is for picocli, which shows the help by itself.
    private void help(boolean asked) {}

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws Exception {
        var folder = folder();
        Logs.to(folder.resolve("bench.log"));
        var results = new Results(out(), folder);
        results.settings("machine", Machine.describe());
        if (touch) {
            measure(chosen(), results);
        } else {
            for (var scenario : chosen()) {
                // A stack of its own, so that none finds what another left.
                measure(List.of(scenario), results);
            }
        }
        results.end();
        return ExitCode.DONE;
    }

    private Set<Scenario> chosen() {
        return scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : EnumSet.copyOf(scenarios);
    }

    private void measure(Collection<Scenario> scenarios, Results results) throws Exception {
        try (var stack =
                BenchStack.start(new BenchStack.Overrides(processor, gateway, projection, processes, broker), out())) {
            for (var scenario : scenarios) {
                results.say("%n== %s: %s", scenario, scenario.description());
                measure(scenario, stack, results);
            }
        }
    }

    private void measure(Scenario scenario, BenchStack stack, Results results) throws Exception {
        switch (scenario) {
            case THROUGHPUT -> new Throughput(stack, effort().throughput(bare), results).run();
            case ROUNDTRIP -> new RoundTrip(stack, effort().roundTrip(), results).run();
            case CLOSED_LOOP -> new ClosedLoops(stack, effort().closedLoops(), results).run();
            case RESTORE -> new Restore(stack, effort().restore(), results).run();
            case REBUILD -> new Rebuild(stack, effort().rebuild(), results).run();
            case READS -> new Reads(stack, effort().reads(), results).run();
            case FRESHNESS -> new Freshness(stack, effort().freshness(), results).run();
            case FULFILLMENT -> new Fulfillment(stack, effort().fulfillment(), results).run();
        }
    }

    private Effort effort() {
        if (touch) {
            return Effort.TOUCH;
        }
        return quick ? Effort.QUICK : Effort.FULL;
    }

    private Path folder() {
        return output != null
                ? output
                : Home.folder()
                        .resolve("target")
                        .resolve("bench")
                        .resolve(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
    }

    private PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("The command is used outside of picocli");
        }
        return command.commandLine().getOut();
    }
}
