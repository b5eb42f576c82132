package dev.daybook.chaos;

import picocli.CommandLine;

/** Runs {@code daybook chaos}, and ends with its exit code. */
public final class Main {
    private static final String LOGGING = "logback.configurationFile";

    private Main() {}

    public static void main(String[] args) {
        if (System.getProperty(LOGGING) == null) {
            // Before the first logger: the apps on the class path bring configurations of their own.
            System.setProperty(LOGGING, "daybook-chaos-logback.xml");
        }
        System.exit(new CommandLine(new ChaosCommand()).execute(args));
    }
}
