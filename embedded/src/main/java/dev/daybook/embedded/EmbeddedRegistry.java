package dev.daybook.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A schema registry, Apicurio, in a child process. It listens on loopback only and keeps its data in a folder, over
 * restarts and over the sudden death of either process: a schema is in the file before its id is given out. The child
 * ends with this JVM, however this JVM ends. Thread-safe.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final URI url;
    private final Path log;
    private final Process process;

    private EmbeddedRegistry(URI url, Path log, Process process) {
        this.url = url;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a registry and returns when it serves.
     *
     * @param dataDir where it keeps its data and its log; made if it is not there
     * @param port where it listens, 0 for any free port
     * @throws PortTakenException if another process listens on the port
     * @throws EmbeddedException if it does not start, such as when another registry uses the folder
     */
    public static EmbeddedRegistry start(Path dataDir, int port) {
        var home = RegistryHome.find();
        var command = new RegistryCommand(home, dataDir.toAbsolutePath(), Loopback.reserve("registry", port));
        try {
            Files.createDirectories(dataDir);
            var registry = new EmbeddedRegistry(command.url(), command.log(), command.start());
            registry.awaitStart();
            return registry;
        } catch (IOException e) {
            throw new EmbeddedException("The registry does not start on " + dataDir + ": " + e.getMessage(), e);
        }
    }

    private void awaitStart() {
        var deadline = System.nanoTime() + START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!serves(http)) {
                if (!process.isAlive()) {
                    throw failed("ended with exit code " + process.exitValue() + " before it served");
                }
                if (System.nanoTime() > deadline) {
                    throw failed("does not serve after " + START.toSeconds() + " s");
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for: the thread was interrupted");
        }
    }

    private boolean serves(HttpClient http) throws InterruptedException {
        var subjects = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
        try {
            return http.send(subjects, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private EmbeddedException failed(String how) {
        process.destroyForcibly();
        return new EmbeddedException("The registry " + how + "; see " + log, null);
    }

    /** Where it speaks the protocol of Confluent's registry. */
    public URI url() {
        return url;
    }

    public boolean alive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** Ends the child, by force if it does not end by itself. */
    @Override
    public void close() {
        // The handle's destroy, because the process's own also closes the child's input, which kills it.
        process.toHandle().destroy();
        try {
            if (process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
