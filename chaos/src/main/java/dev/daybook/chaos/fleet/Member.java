package dev.daybook.chaos.fleet;

import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.EmbeddedException;
import dev.daybook.embedded.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of the fleet, which can die and come back: by the same name, on the same ports, with the same data. Not
 * thread-safe.
 */
public final class Member implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Member.class);
    private static final Duration START = Duration.ofSeconds(90);

    private final JvmCommand command;
    private final Path folder;
    private final URI url;
    private final Burial burial;
    private @Nullable ChildJvm jvm;

    /**
     * A process that does not run yet.
     *
     * @param url where it serves its health
     * @param burial what a supervisor does about its death
     */
    Member(JvmCommand command, Path folder, URI url, Burial burial) {
        this.command = command;
        this.folder = folder;
        this.url = url;
        this.burial = burial;
    }

    /** What a supervisor does about a death before it starts the process again. */
    @FunctionalInterface
    interface Burial {
        void perform() throws ExecutionException, InterruptedException;
    }

    public String name() {
        return command.name();
    }

    /** Where it serves. */
    public URI url() {
        return url;
    }

    /** Starts it, and returns at once. */
    public void start() {
        jvm = ChildJvm.start(command, folder);
    }

    /** Starts it after it has died, as a supervisor does. */
    public void replace() throws InterruptedException {
        try {
            burial.perform();
        } catch (ExecutionException e) {
            LOG.warn("What {} held is left until it is missed", name(), e);
        }
        start();
    }

    /** Returns when it does its work. If it has ended by itself, it is started once more, as a supervisor does. */
    public void awaitReady() {
        try {
            running().awaitReady(url, START);
        } catch (EmbeddedException e) {
            LOG.warn("Starting {} once more", name(), e);
            start();
            running().awaitReady(url, START);
        }
    }

    /** Ends it with no warning: {@code kill -9}. */
    public void kill() {
        running().kill();
    }

    /** Asks it to end, and returns when it has. */
    public void stop() {
        running().close();
    }

    /** Takes the processor away from it: {@code SIGSTOP}. */
    public void pause() throws InterruptedException {
        signal("STOP");
    }

    /** Lets it go on as if no time had passed: {@code SIGCONT}. */
    public void resume() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        var kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(running().pid()));
        try {
            if (kill.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("SIG" + name + " did not reach the " + command.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The command 'kill' is needed", e);
        }
    }

    private ChildJvm running() {
        if (jvm == null) {
            throw new IllegalStateException("The " + command.name() + " was never started");
        }
        return jvm;
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.kill();
        }
    }
}
