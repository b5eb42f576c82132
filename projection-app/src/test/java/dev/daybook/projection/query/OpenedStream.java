package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;

/** A stream as its client sees it. */
final class OpenedStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader lines;

    /** What was sent. */
    record Sent(String id, String type, JsonNode data) {}

    OpenedStream(InputStream body) {
        lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** The next event; waits for it. */
    Sent next() throws IOException {
        var fields = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty() || !fields.containsKey("data"); line = line()) {
            var colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new Sent(
                fields.getOrDefault("id", ""),
                fields.getOrDefault("event", ""),
                JSON.readTree(fields.getOrDefault("data", "")));
    }

    /** Waits for a comment. */
    void awaitHeartbeat() throws IOException {
        while (!line().startsWith(":")) {
            // Whatever is sent before it.
        }
    }

    /** Waits for its end. */
    void awaitEnd() {
        lines.lines().forEach(line -> {});
    }

    /** Waits for its end; returns whether anything but the advice to connect again came before. */
    boolean endsWithoutMore() throws IOException {
        return lines.lines().allMatch(line -> line.isEmpty() || line.startsWith("retry: "));
    }

    private String line() throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new IOException("The stream has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
