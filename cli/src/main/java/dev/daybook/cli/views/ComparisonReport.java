package dev.daybook.cli.views;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a comparison of two builds found, as text.
 *
 * @param json as the query API tells it
 */
record ComparisonReport(JsonNode json) {

    /** Whether both show the same. */
    boolean agrees() {
        return json.path("differing").asLong() == 0;
    }

    void print(Consumer<String> line) {
        line.accept(String.format(
                Locale.ROOT,
                "%s beside %s: %,d rows compared, %,d differ.",
                json.path("build").asText(),
                json.path("with").asText(),
                json.path("rows").asLong(),
                json.path("differing").asLong()));
        json.path("examples").forEach(difference -> {
            line.accept("  " + difference.path("key").asText());
            line.accept("    " + json.path("build").asText() + ": " + shown(difference.path("row")));
            line.accept("    " + json.path("with").asText() + ": " + shown(difference.path("other")));
        });
        if (json.path("differing").asLong() > json.path("examples").size()) {
            line.accept("  and more.");
        }
    }

    private static String shown(JsonNode row) {
        return row.isMissingNode() || row.isNull() ? "no row" : row.toString();
    }
}
