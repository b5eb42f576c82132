package dev.daybook.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that this JVM has started, and that ends with it, however this JVM ends. Thread-safe. */
final class ChildProcess implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /**
     * Turns itself into the program, after it has left two things behind. The program does not hear the Ctrl-C that the
     * terminal sends to everyone: its parent closes it when nobody needs it any more. And a watcher waits for the end of
     * the input, which only the parent has the other side of: when the parent is gone, however it went, it kills the
     * program.
     */
    private static final String CHILD = """
        trap '' INT HUP
        exec 3<&0 </dev/null
        { while read -r _; do :; done; kill -KILL $$; } <&3 2>/dev/null &
        exec 3<&- "$@"
        """;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param name what it is, for messages
     * @param command the program and its arguments
     * @param builder the folder and the environment of the program
     * @param log where all that it prints is appended
     */
    static ChildProcess start(String name, List<String> command, ProcessBuilder builder, Path log) throws IOException {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", CHILD, name));
        line.addAll(command);
        var process = builder.command(line)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        return new ChildProcess(name, log, process);
    }

    /** The program of this JVM. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Process process() {
        return process;
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * Returns when a GET is answered with 200.
     *
     * @throws EmbeddedException if the process ends before, or the time is over; it is killed then
     */
    void awaitAnswer(URI url, Duration bound) {
        var deadline = System.nanoTime() + bound.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, url)) {
                if (!process.isAlive()) {
                    throw failed("ended with exit code " + process.exitValue() + " before it served");
                }
                if (System.nanoTime() > deadline) {
                    throw failed("does not serve after " + bound.toSeconds() + " s");
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for: the thread was interrupted");
        }
    }

    private static boolean answers(HttpClient http, URI url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url).timeout(ANSWER).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private EmbeddedException failed(String how) {
        process.destroyForcibly();
        return new EmbeddedException("The " + name + " " + how + "; see " + log, null);
    }

    /** Asks it to end, waits, and kills it if it does not end by itself. */
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
