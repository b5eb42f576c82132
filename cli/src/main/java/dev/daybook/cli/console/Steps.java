package dev.daybook.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The steps of a start, printed as they end, each with what it made and how long it took. */
public final class Steps {
    private final PrintWriter out;
    private final long started = System.nanoTime();

    public Steps(PrintWriter out) {
        this.out = out;
    }

    /** What a step does, and how its result reads. */
    public interface Described<T> {
        String of(T result);
    }

    /** Runs a step. Thread-safe: steps may run side by side. */
    public <T> T run(String name, Callable<T> step, Described<T> described) throws Exception {
        long begin = System.nanoTime();
        T result = step.call();
        print(String.format(Locale.ROOT, "  %-12s %-44s %5.1f s", name, described.of(result), seconds(begin)));
        return result;
    }

    /** Prints what happened besides. */
    public void say(String what) {
        print("  " + what);
    }

    /** Seconds since the first step could begin. */
    public double elapsed() {
        return seconds(started);
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
