package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import picocli.CommandLine.Option;

/** How many instances of an app a stack runs. One runs in the stack's own JVM, several run in a JVM each. */
public final class Fleet {
    private static final int MOST = 16;

    @Option(
            names = "--processors",
            paramLabel = "N",
            defaultValue = "1",
            description = "Aggregate processors; ${DEFAULT-VALUE}. Several run in a process each.")
    int processors;

    @Option(
            names = "--gateways",
            paramLabel = "N",
            defaultValue = "1",
            description = "Command gateways; ${DEFAULT-VALUE}. Several run in a process each, on the next free ports.")
    int gateways;

    @Option(
            names = "--projections",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Projection apps; ${DEFAULT-VALUE}. Several run in a process each, on the next free ports, and"
                            + " answer as one.")
    int projections;

    @Option(
            names = "--process-managers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Process managers; ${DEFAULT-VALUE}. Several run in a process each, on the next free ports.")
    int processManagers;

    /** So many, and one process manager. */
    public static Fleet of(int processors, int gateways, int projections) {
        return of(processors, gateways, projections, 1);
    }

    /** So many. */
    public static Fleet of(int processors, int gateways, int projections, int processManagers) {
        var fleet = new Fleet();
        fleet.processors = processors;
        fleet.gateways = gateways;
        fleet.projections = projections;
        fleet.processManagers = processManagers;
        return fleet;
    }

    /** Fails if a count is none that can be run. */
    void require() {
        require("--processors", processors);
        require("--gateways", gateways);
        require("--projections", projections);
        require("--process-managers", processManagers);
    }

    private static void require(String option, int count) {
        if (count < 1 || count > MOST) {
            throw new CommandFailure(
                    ExitCode.USAGE, option + " must be a number from 1 to " + MOST + ", but is " + count + ".");
        }
    }
}
