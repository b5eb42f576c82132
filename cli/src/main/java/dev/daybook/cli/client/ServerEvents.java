package dev.daybook.cli.client;

import dev.daybook.cli.console.Json;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Server-sent events, read from a connection as the HTML standard has them (§ 9.2.6). One thread reads. */
final class ServerEvents implements Closeable {
    private final InputStream body;
    private final BufferedReader lines;
    private final StringBuilder data = new StringBuilder();
    private String id = "";
    private String type = "";
    private Optional<Duration> retry = Optional.empty();
    private volatile long lastLine = System.nanoTime();

    ServerEvents(InputStream body) {
        this.body = body;
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next event, for which it waits; empty at the end. */
    Optional<ServerEvent> next() throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            lastLine = System.nanoTime();
            if (!line.isEmpty()) {
                take(line);
            } else if (!data.isEmpty()) {
                return Optional.of(event());
            }
        }
        return Optional.empty();
    }

    private void take(String line) {
        var colon = line.indexOf(':');
        var field = colon < 0 ? line : line.substring(0, colon);
        var value = colon < 0 ? "" : line.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
    }

    private void take(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> type = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "retry" -> retry = Optional.of(Duration.ofMillis(Long.parseLong(value)));
            default -> {
                // A comment, or what a later standard may have.
            }
        }
    }

    private ServerEvent event() {
        var event = new ServerEvent(id, type, Json.parse(data.toString()));
        data.setLength(0);
        type = "";
        return event;
    }

    /** How long to wait before the next connection, if the server has said so. */
    Optional<Duration> retry() {
        return retry;
    }

    /** How long nothing has come, not even a comment. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastLine);
    }

    /** Ends it, from any thread: who waits for the next event fails. */
    @Override
    public void close() throws IOException {
        // Not the lines, whose lock a reader that waits holds.
        body.close();
    }
}
