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
    public static String data(JsonNode event) {
        return event.hasNonNull("unreadable")
                ? "unreadable: " + event.path("unreadable").asText()
                : event.path("data").toString();
    }

    /** The command, or what else caused an event, such as what an instance of a process was told; the correlation, where it is another id. */
    public static String cause(JsonNode event) {
        var cause = event.path("causationid").asText();
        var correlation = event.path("correlationid").asText();
        var line = (event.path("id").asText().startsWith(cause + ":") ? "command " : "caused by ") + cause;
        return correlation.equals(cause) ? line : line + ", correlation " + correlation;
    }

    /** A record's name without its namespace. */
    public static String simpleName(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
