package dev.daybook.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/**
 * An aggregate's events for a person to read: what happened when and on whose behalf, what it changed, and which command
 * caused it. The events are CloudEvents in JSON.
 */
final class Narrative {
    private static final String INDENT = " ".repeat(6);

    private final boolean changes;

    /**
     * A narrative.
     *
     * @param changes whether it tells what events changed, and not what they hold
     */
    Narrative(boolean changes) {
        this.changes = changes;
    }

    /** Some lines about an event. */
    String of(JsonNode event) {
        var lines = new StringJoiner(System.lineSeparator());
        lines.add(headline(event));
        if (changes && event.path("changes").isArray()) {
            event.path("changes").forEach(change -> lines.add(INDENT + change(change)));
        } else {
            lines.add(INDENT + Timeline.data(event));
        }
        return lines.add(INDENT + Timeline.cause(event)).toString();
    }

    private static String headline(JsonNode event) {
        var line = "%4s  %s  %s"
                .formatted(text(event, "sequence"), text(event, "time"), Timeline.simpleName(text(event, "type")));
        return event.has("principal") ? line + "  by " + text(event, "principal") : line;
    }

    private static String change(JsonNode change) {
        var place = text(change, "path").substring(1);
        if (!change.has("from")) {
            return "+ %s: %s".formatted(place, value(change.path("to")));
        }
        if (!change.has("to")) {
            return "- %s: %s".formatted(place, value(change.path("from")));
        }
        return "~ %s: %s → %s".formatted(place, value(change.path("from")), value(change.path("to")));
    }

    private static String value(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String text(JsonNode event, String member) {
        return event.path(member).asText();
    }
}
