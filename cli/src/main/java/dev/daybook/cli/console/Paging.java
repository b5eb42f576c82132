package dev.daybook.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which page of a list a command prints. */
public final class Paging {
    private static final int DEFAULT_LIMIT = 50;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumber.FromOne.class,
            description = "So many in a page at most; default: " + DEFAULT_LIMIT + ".")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the page starts: next of the page before.")
    private @Nullable String cursor;

    /** Whether the caller says which page. */
    public boolean isGiven() {
        return limit != null || hasCursor();
    }

    /** Whether the caller goes on with a list. */
    public boolean hasCursor() {
        return cursor != null;
    }

    /** As query parameters. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("limit", Integer.toString(limit == null ? DEFAULT_LIMIT : limit));
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        return parameters;
    }

    /** Says how to get the page after this one, if there is one. */
    public static void printNext(JsonNode page, String options, Output output) {
        if (page.hasNonNull("next")) {
            output.line("More with " + options + "--cursor " + page.path("next").asText());
        }
    }
}
