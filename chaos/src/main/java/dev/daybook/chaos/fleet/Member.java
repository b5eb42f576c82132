package dev.daybook.chaos.fleet;

import dev.daybook.embedded.ChildJvm;
import dev.daybook.embedded.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A process of the fleet, which can die and come back: by the same name, on the same ports, with the same data. Not
 * thread-safe.
 */
public final class Member implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final JvmCommand command;
    private final Path folder;
    private final URI url;
    private @Nullable ChildJvm jvm;

    /**
     * A process that does not run yet.
     *
     * @param url where it serves its health
     */
    Member(JvmCommand command, Path folder, URI url) {
        this.command = command;
        this.folder = folder;
        this.url = url;
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

    /** Returns when it does its work. */
    public void awaitReady() {
        running().awaitReady(url, START);
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
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on as if no time had passed: {@code SIGCONT}. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        var kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(running().pid()));
        try {
            if (kill.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("SIG" + name + " did not reach the " + command.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The command 'kill' is needed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
