package dev.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Speaks HTTP with a gateway. */
record GatewayClient(HttpClient http, int port) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    GatewayClient(int port) {
        this(HttpClient.newHttpClient(), port);
    }

    /** An answer, its body read as JSON. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + response.body(), e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder command(String path, String body, String... headers) {
        var request = to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer post(String path, String body, String... headers) {
        return send(command(path, body, headers));
    }

    Answer get(String path, String... headers) {
        return send(headers.length == 0 ? to(path) : to(path).headers(headers));
    }

    Answer send(HttpRequest.Builder request) {
        return sendAsync(request).join();
    }

    CompletableFuture<Answer> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response));
    }

    @Override
    public void close() {
        http.close();
    }
}
