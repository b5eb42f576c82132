package dev.daybook.cli.published;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.query.Timeline;
import java.util.StringJoiner;

/** Integration events for a person to read: what was told of what, when, and which command caused it. */
final class Telling {
    private static final String INDENT = " ".repeat(6);

    private Telling() {}

    /** Some lines about an event, which is a CloudEvent in JSON. */
    static String of(JsonNode event) {
        var lines = new StringJoiner(System.lineSeparator());
        if (event.has("id")) {
            lines.add("%s  %s  %s"
                    .formatted(
                            event.path("time").asText(),
                            event.path("subject").asText(),
                            Timeline.simpleName(event.path("type").asText())));
        }
        lines.add(INDENT + Timeline.data(event));
        if (event.has("id")) {
            lines.add(INDENT + Timeline.cause(event));
        }
        return lines.toString();
    }
}
