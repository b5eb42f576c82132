package dev.daybook.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A schema registry, Apicurio, in a child process. It listens on loopback only and keeps its data in a folder, over
 * restarts and over the sudden death of either process: a schema is in the file before its id is given out. The child
 * ends with this JVM, however this JVM ends. Thread-safe.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final URI url;
    private final ChildProcess process;

    private EmbeddedRegistry(URI url, ChildProcess process) {
        this.url = url;
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
            var registry = new EmbeddedRegistry(command.url(), command.start());
            registry.process.awaitAnswer(URI.create(registry.url + "/subjects"), START);
            return registry;
        } catch (IOException e) {
            throw new EmbeddedException("The registry does not start on " + dataDir + ": " + e.getMessage(), e);
        }
    }

    /** Where it speaks the protocol of Confluent's registry. */
    public URI url() {
        return url;
    }

    public boolean alive() {
        return process.alive();
    }

    Process process() {
        return process.process();
    }

    /** Ends the child, by force if it does not end by itself. */
    @Override
    public void close() {
        process.close();
    }
}
