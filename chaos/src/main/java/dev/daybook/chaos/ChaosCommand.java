package dev.daybook.chaos;

import dev.daybook.chaos.nemesis.Nemesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code daybook chaos}: breaks a fleet while clients hammer it, and audits what is left. */
@Command(
        name = "daybook chaos",
        usageHelpAutoWidth = true,
        description = {
            "Starts a broker, a registry, and two processors, process managers and gateways each, all processes of"
                + " their own. Clients hammer a few orders by HTTP and by the Java client, and place orders for scarce"
                + " products, while the processes are killed, stopped and paused. In the end, everything that is in"
                + " the log and everything that clients were told is checked against what is promised;"
                + " docs/correctness.md says what that is.",
            "The same seed gives the same faults at the same times, and lets each client choose the same commands. It"
                    + " cannot repeat how threads and processes interleave, and so neither versions nor outcomes."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every promise was kept", "1:one was not, or the run failed", "2:the arguments are wrong"})
final class ChaosCommand implements Callable<Integer> {
    /** Replies are kept for an hour, and the audit wants them all. */
    private static final int MOST_MINUTES = 45;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Any number; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long to hammer, at most " + MOST_MINUTES + "; ${DEFAULT-VALUE}. Fractions are fine.")
    private double minutes;

    @Option(
            names = "--nemesis",
            paramLabel = "NAME",
            split = ",",
            description = {
                "What goes wrong, joined by commas; default: all of them.",
                "kill: kill -9 of a processor; pause: a processor stands still and comes back as a zombie; broker: the"
                        + " broker stops or is killed; gateway: kill -9 of a gateway; processes: the same as kill and"
                        + " pause, of a process manager; none: nothing."
            })
    private @Nullable List<String> nemesis;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "64", description = "${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--orders", paramLabel = "N", defaultValue = "10", description = "${DEFAULT-VALUE}.")
    private int orders;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder for the fleet; default: a temporary one. It is kept.")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // It is for picocli, which shows the help by itself.
    private boolean help;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws Exception {
        var run = run();
        say("Seed " + seed + ", nemesis " + run.nemeses());
        var report = run.run(folder(), this::say);
        say("\n" + report);
        return report.good() ? 0 : 1;
    }

    private ChaosRun run() {
        if (minutes <= 0 || minutes > MOST_MINUTES) {
            throw new ParameterException(
                    spec().commandLine(), "--minutes must be more than 0 and at most " + MOST_MINUTES);
        }
        if (clients < 1 || orders < 1) {
            throw new ParameterException(spec().commandLine(), "--clients and --orders must be at least 1");
        }
        return new ChaosRun(seed, Duration.ofMillis((long) (minutes * 60_000)), clients, orders, nemeses());
    }

    private List<Nemesis> nemeses() {
        if (nemesis == null) {
            return List.of(Nemesis.values());
        }
        return nemesis.equals(List.of("none"))
                ? List.of()
                : nemesis.stream().map(this::nemesis).toList();
    }

    private Nemesis nemesis(String name) {
        for (var each : Nemesis.values()) {
            if (each.toString().equals(name)) {
                return each;
            }
        }
        throw new ParameterException(
                spec().commandLine(),
                "--nemesis must be none, or some of " + List.of(Nemesis.values()) + ", but has " + name);
    }

    private Path folder() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("daybook-chaos-");
        }
        var folder = Files.createDirectories(data.toAbsolutePath().normalize());
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new ParameterException(
                        spec().commandLine(), "--data must be an empty folder, but there are files in " + folder);
            }
        }
        return folder;
    }

    private void say(String line) {
        var out = spec().commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("The command is used outside of picocli");
        }
        return command;
    }
}
