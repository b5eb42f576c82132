package dev.daybook.platform.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.daybook.platform.schema.RegistryConfig.Basic;
import dev.daybook.platform.schema.RegistryConfig.Bearer;
import dev.daybook.platform.schema.RegistryConfig.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a registry. Every one may be repeated without harm, so those that fail for reasons that pass are.
 * Thread-safe.
 */
final class RegistryHttp implements AutoCloseable {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryConfig config;
    private final List<Duration> pauses;
    private final HttpClient client;

    /**
     * A client.
     *
     * @param pauses how long to wait before each further attempt
     */
    RegistryHttp(RegistryConfig config, List<Duration> pauses) {
        this.config = config;
        this.pauses = pauses;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    Answer get(String... path) {
        return send("GET", BodyPublishers.noBody(), path);
    }

    Answer post(Object body, String... path) {
        return send("POST", json(body), path);
    }

    Answer put(Object body, String... path) {
        return send("PUT", json(body), path);
    }

    @Override
    public void close() {
        client.close();
    }

    private Answer send(String method, BodyPublisher body, String... path) {
        var request = request(method, body, path);
        for (var attempt = 0; ; attempt++) {
            var last = attempt == pauses.size();
            try {
                var answer = attempt(request);
                if (last || !mayPass(request, answer)) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw unreachable(request, e);
                }
            }
            pause(pauses.get(attempt));
        }
    }

    private RegistryUnavailableException unreachable(HttpRequest request, IOException e) {
        return new RegistryUnavailableException(
                "The schema registry does not answer %s (%s), tried %d times; is registry.url right, and does it run?"
                        .formatted(request.uri(), e, pauses.size() + 1),
                e);
    }

    /** A 409 to a PUT is Apicurio's way to say that another app set the same subject's level at the same moment. */
    private static boolean mayPass(HttpRequest request, Answer answer) {
        var status = answer.status();
        return status == 408
                || status == 429
                || status >= 500
                || (status == 409 && request.method().equals("PUT"));
    }

    private Answer attempt(HttpRequest request) throws IOException {
        try {
            return Answer.of(client.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest request(String method, BodyPublisher body, String... path) {
        var request = HttpRequest.newBuilder(resolve(path))
                .timeout(config.requestTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json;q=0.9")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body);
        var authorization = authorization(config.credentials());
        return authorization == null
                ? request.build()
                : request.header("Authorization", authorization).build();
    }

    private URI resolve(String... path) {
        var base = config.url().toString().replaceAll("/+$", "");
        return URI.create(Arrays.stream(path)
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", base + "/", "")));
    }

    private static @Nullable String authorization(@Nullable Credentials credentials) {
        return switch (credentials) {
            case Basic(var user, var password) ->
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            case Bearer(var token) -> "Bearer " + token;
            case null -> null;
        };
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of texts can always be written as JSON", e);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("Interrupted while the schema registry was waited for", e);
    }

    /**
     * What the registry says.
     *
     * @param body missing if it is no JSON
     */
    record Answer(URI uri, int status, JsonNode body) {

        static Answer of(HttpResponse<String> response) {
            try {
                return new Answer(response.uri(), response.statusCode(), JSON.readTree(response.body()));
            } catch (JsonProcessingException e) {
                return new Answer(response.uri(), response.statusCode(), MissingNode.getInstance());
            }
        }

        /** Whether it is an error of the API: a 404 of something else on the way to it is not. */
        boolean isError(int code) {
            return status / 100 != 2 && body.path("error_code").asInt() == code;
        }

        /** The body, if the registry did what it was asked. */
        JsonNode expected() {
            if (status / 100 != 2 || body.isMissingNode()) {
                throw unexpected();
            }
            return body;
        }

        /** A field of the body, if the registry did what it was asked. */
        JsonNode expected(String field) {
            if (!expected().has(field)) {
                throw unexpected();
            }
            return body.path(field);
        }

        String message() {
            return body.path("message").asText("nothing but status " + status);
        }

        /** The answer tells nothing about the schema or the message that was asked for. */
        RegistryUnavailableException unexpected() {
            return new RegistryUnavailableException(
                    "The schema registry answers %s with status %d: %s%s".formatted(uri, status, message(), advice()),
                    null);
        }

        private String advice() {
            return switch (status) {
                case 401, 403 -> "; are registry.user and registry.password, or registry.token, right?";
                case 404, 405 -> "; is registry.url the base of Confluent's API?";
                default -> "";
            };
        }
    }
}
