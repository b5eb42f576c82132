package dev.daybook.cli.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Plain HTTP as a client of Daybook sees it. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    /** An id that no other test uses. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Posts a command to the shared stack; the headers are names and values in turn. */
    static Response post(String path, String json, String... headers) throws Exception {
        return post(TestStack.running().gateway(), path, json, headers);
    }

    static Response post(URI base, String path, String json, String... headers) throws Exception {
        var request = request(base, path, headers).POST(BodyPublishers.ofString(json));
        if (request.copy().build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    /** Gets from the gateway of the shared stack. */
    static Response get(String path, String... headers) throws Exception {
        return send(request(TestStack.running().gateway(), path, headers).GET());
    }

    /** Asks the read side of the shared stack. */
    static Response query(String path, String... headers) throws Exception {
        return send(request(TestStack.running().queries(), path, headers).GET());
    }

    static Response send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Response(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    static HttpRequest.Builder request(URI base, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** An answer. */
    record Response(int status, HttpResponse<String> http) {
        Response(HttpResponse<String> http) {
            this(http.statusCode(), http);
        }

        String body() {
            return http.body();
        }

        JsonNode json() {
            return Json.parse(body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        String token() {
            return header("Daybook-Token");
        }
    }
}
