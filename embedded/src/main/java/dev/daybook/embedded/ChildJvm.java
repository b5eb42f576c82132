package dev.daybook.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A JVM of its own for a program, such as one of the apps. It ends with this JVM, however this JVM ends, but not at a
 * Ctrl-C: that its parent hears, and closes it in its turn. Thread-safe.
 */
public final class ChildJvm implements AutoCloseable {
    private static final String READY = "/health/ready";

    private final ChildProcess process;

    private ChildJvm(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts one, and returns at once.
     *
     * @param folder where it finds its settings, {@code <name>.properties}, and prints to, {@code <name>.out}; made if
     *     it is not there
     * @throws EmbeddedException if the operating system does not start it
     */
    public static ChildJvm start(JvmCommand command, Path folder) {
        try {
            return new ChildJvm(ChildProcess.start(
                    command.name(),
                    command.line(folder),
                    command.surroundings(),
                    folder.resolve(command.name() + ".out")));
        } catch (IOException e) {
            throw new EmbeddedException("The " + command.name() + " does not start: " + e.getMessage(), e);
        }
    }

    /** The process id, which a signal can be sent to. */
    public long pid() {
        return process.process().pid();
    }

    public boolean alive() {
        return process.alive();
    }

    /** The exit code, once it has ended: 128 and the number of the signal, if one ended it. */
    public CompletableFuture<Integer> exit() {
        return process.process().onExit().thenApply(Process::exitValue);
    }

    /**
     * Returns when the app that runs in it is ready.
     *
     * @param app where the app serves {@code /health/ready}
     * @throws EmbeddedException if it ends before, or is not ready in time; it is killed then
     */
    public void awaitReady(URI app, Duration bound) {
        process.awaitAnswer(app.resolve(READY), bound);
    }

    /** Ends it as a crash does ({@code kill -9}), and returns when it is gone. */
    public void kill() {
        process.process().destroyForcibly();
        exit().join();
    }

    /** Ends it as its own main does at a SIGTERM, and by force if that takes too long. */
    @Override
    public void close() {
        process.close();
    }
}
