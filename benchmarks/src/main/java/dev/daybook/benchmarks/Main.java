package dev.daybook.benchmarks;

import picocli.CommandLine;

/** Measures what the arguments name. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand()).registerConverter(Scenario.class, Scenario::of);
    }
}
