package dev.daybook.cli.views;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The builds of a view, as the query API tells them. */
final class Builds {
    private final Queries queries;
    private final String view;

    Builds(Queries queries, String view) {
        this.queries = queries;
        this.view = view;
    }

    /** The build that serves. */
    JsonNode serving() {
        return queries.builds(view);
    }

    /** The newest build that does not serve, if it is newer than the one that does. */
    Optional<JsonNode> underWay() {
        var serving = queries.builds(view);
        return others(serving)
                .filter(build -> isNewer(build, serving))
                .max(comparingInt((JsonNode build) -> build.path("version").asInt())
                        .thenComparingInt(build -> build.path("round").asInt()));
    }

    /** The build with an id, as it is now. */
    Optional<JsonNode> find(String id) {
        var serving = queries.builds(view);
        return Stream.concat(Stream.of(serving), others(serving))
                .filter(build -> build.path("build").asText().equals(id))
                .findFirst();
    }

    private static Stream<JsonNode> others(JsonNode serving) {
        return StreamSupport.stream(serving.path("others").spliterator(), false);
    }

    private static boolean isNewer(JsonNode build, JsonNode than) {
        var version = build.path("version").asInt() - than.path("version").asInt();
        return version > 0
                || (version == 0
                        && build.path("round").asInt() > than.path("round").asInt());
    }
}
