package dev.daybook.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The query API. Thread-safe. */
public final class Queries {
    private static final byte[] NO_BODY = {};
    /** Four heartbeats, as servers have them by default. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final HttpApi api;

    public Queries(URI base) {
        api = new HttpApi(base);
    }

    /** The views, with lag and positions. */
    public JsonNode views() {
        return get(Paths.of("v1", "views"), Map.of());
    }

    /** A row of a view, or why there is none. */
    public Answer row(String view, String key, Map<String, String> parameters, Map<String, String> headers) {
        return api.get(Paths.of("v1", "views", view, key) + Paths.query(parameters), headers);
    }

    /** A page of a view's rows. */
    public JsonNode rows(String view, Map<String, String> parameters, Map<String, String> headers) {
        return page(view, parameters, headers).orFail().json();
    }

    /** A page of a view's rows with what is said of it, or why there is none. */
    public Answer page(String view, Map<String, String> parameters, Map<String, String> headers) {
        return api.get(Paths.of("v1", "views", view) + Paths.query(parameters), headers);
    }

    /** Every row of a view, page by page. */
    public void eachRow(String view, Consumer<JsonNode> action) {
        var parameters = new LinkedHashMap<>(Map.of("limit", "500"));
        JsonNode page;
        do {
            page = rows(view, parameters, Map.of());
            page.path("rows").forEach(action);
            parameters.put("cursor", page.path("next").asText());
        } while (page.hasNonNull("next"));
    }

    /** A page of an aggregate's events. */
    public JsonNode events(String aggregate, String id, Map<String, String> parameters, Map<String, String> headers) {
        return get(Paths.of("v1", aggregate, id, "events") + Paths.query(parameters), headers);
    }

    /** An aggregate's events, those that happened and those to come. */
    public EventSource liveEvents(
            String aggregate, String id, Map<String, String> parameters, Map<String, String> headers) {
        return live(Paths.of("v1", aggregate, id, "events", "stream") + Paths.query(parameters), headers);
    }

    /** A row of a view, as it is and as it becomes. */
    public EventSource liveRow(String view, String key, Map<String, String> headers) {
        return live(Paths.of("v1", "views", view, key, "stream"), headers);
    }

    private EventSource live(String path, Map<String, String> headers) {
        return new EventSource(api, path, headers, SILENCE);
    }

    /** An aggregate's state as it was at a version or a time. */
    public JsonNode state(String aggregate, String id, Map<String, String> parameters, Map<String, String> headers) {
        return get(Paths.of("v1", aggregate, id, "state") + Paths.query(parameters), headers);
    }

    /** The builds of a view: the one that serves, and the others. */
    public JsonNode builds(String view) {
        return get(Paths.of("v1", "builds", view), Map.of());
    }

    /**
     * A build that takes over from the one that serves.
     *
     * @param id its id
     * @param started whether it was started now, and was not under way already
     */
    public record Begun(String id, boolean started) {}

    /** Has a version of a view built once more, unless a build is under way; null: the version of the build that serves. */
    public Begun startBuild(String view, @Nullable Integer version) {
        var parameters = version == null ? Map.<String, String>of() : Map.of("version", version.toString());
        var answer = api.post(Paths.of("v1", "builds", view) + Paths.query(parameters), Map.of(), NO_BODY);
        if (answer.status() == 409 && answer.json().hasNonNull("build")) {
            return new Begun(answer.json().get("build").asText(), false);
        }
        return new Begun(answer.orFail().json().path("build").asText(), true);
    }

    /** A page of the aggregates that views have parked events of. */
    public JsonNode deadLetters(Map<String, String> parameters) {
        return get(Paths.of("v1", "dead-letters") + Paths.query(parameters), Map.of());
    }

    /** A page of the events of an aggregate that a view has parked. */
    public JsonNode deadLetter(String view, String id, Map<String, String> parameters) {
        return get(Paths.of("v1", "dead-letters", view, id) + Paths.query(parameters), Map.of());
    }

    /** Has parked events folded, after some of them are dropped, or none. */
    public JsonNode release(String view, String id, String action, Map<String, String> parameters) {
        return api.post(Paths.of("v1", "dead-letters", view, id, action) + Paths.query(parameters), Map.of(), NO_BODY)
                .orFail()
                .json();
    }

    /** Lets a build serve. */
    public JsonNode serveBuild(String view, String build, boolean force) {
        var path = Paths.of("v1", "builds", view, build, "serve") + Paths.query(Map.of("force", String.valueOf(force)));
        return api.post(path, Map.of(), NO_BODY).orFail().json();
    }

    /** Lays a build beside the one that serves. */
    public JsonNode compareBuild(String view, String build) {
        return get(Paths.of("v1", "builds", view, build, "comparison"), Map.of());
    }

    /** Removes a build that does not serve. */
    public JsonNode removeBuild(String view, String build) {
        return api.delete(Paths.of("v1", "builds", view, build)).orFail().json();
    }

    private JsonNode get(String path, Map<String, String> headers) {
        return api.get(path, headers).orFail().json();
    }
}
