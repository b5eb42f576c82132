package dev.daybook.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.Table;

/** An aggregate's events for a person to read. */
public final class Timeline {
    private Timeline() {}

    /** A line per event: version, time, type, data. The events are CloudEvents in JSON. */
    public static Table table(JsonNode events) {
        var table = new Table();
        events.forEach(event -> table.row(
                event.path("sequence").asText(),
                event.path("time").asText(),
                simpleName(event.path("type").asText()),
                data(event)));
        return table;
    }

    /** What an event holds, or why that cannot be read. */
    static String data(JsonNode event) {
        return event.hasNonNull("unreadable")
                ? "unreadable: " + event.path("unreadable").asText()
                : event.path("data").toString();
    }

    static String simpleName(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
