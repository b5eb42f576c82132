package dev.daybook.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** An HTTP server at a base URL. Thread-safe; a thread that sends waits for the answer. */
public final class HttpApi {
    /** Longer than any wait that a request may ask the server for. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;

    public HttpApi(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** Gets a path, which starts with a slash and is encoded already. */
    public Answer get(String path, Map<String, String> headers) {
        return orUnreachable(request(path, headers).GET().build());
    }

    /** Posts JSON. */
    public Answer post(String path, Map<String, String> headers, byte[] json) {
        return orUnreachable(posting(path, headers, json));
    }

    /** Deletes what a path names. */
    public Answer delete(String path) {
        return orUnreachable(request(path, Map.of()).DELETE().build());
    }

    /** Posts JSON, and leaves it to the caller what to do if the server is away. */
    public Answer tryPost(String path, Map<String, String> headers, byte[] json) throws IOException {
        return send(posting(path, headers, json));
    }

    /** Gets a path, and leaves it to the caller what to do if the server is away. */
    public Answer tryGet(String path, Map<String, String> headers) throws IOException {
        return send(request(path, headers).GET().build());
    }

    private HttpRequest posting(String path, Map<String, String> headers, byte[] json) {
        return request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private Answer orUnreachable(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** What is to be said when nothing answers. */
    CommandFailure unreachable(IOException cause) {
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "Nothing answers at " + base + ". Start a stack with ./daybook up, or name a running one:"
                        + " its data folder with --data, or its URLs with --gateway and --query.",
                cause);
    }

    /** Opens a stream of events; any other answer is a failure. */
    ServerEvents stream(String path, Map<String, String> headers) throws IOException {
        // Without a time-out, which would count until the end of the stream.
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (var body = response.body()) {
                    throw new Answer(response.statusCode(), response.headers(), new String(body.readAllBytes(), UTF_8))
                            .failure();
                }
            }
            return new ServerEvents(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + path, e);
        }
    }

    private static Answer send(HttpRequest request) throws IOException {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + request.uri(), e);
        }
    }
}
