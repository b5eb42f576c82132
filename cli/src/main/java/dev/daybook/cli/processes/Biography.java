package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.platform.context.CommandNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What happened to an instance of a process, and why, for a person to read. */
final class Biography {
    private static final String INDENT = " ".repeat(6);

    private Biography() {}

    /** Since when an instance has its status: a failed one since it failed, others since something happened to them. */
    static String since(JsonNode row) {
        return row.hasNonNull("failure")
                ? row.at("/failure/since").asText()
                : row.path("updatedAt").asText();
    }

    /** Why an instance has failed; empty if it has not. */
    static String failure(JsonNode row) {
        return row.hasNonNull("failure")
                ? row.at("/failure/code").asText() + ": "
                        + row.at("/failure/reason").asText()
                : "";
    }

    /** A message that an instance was told by. */
    static String told(JsonNode trigger) {
        return simpleName(trigger.path("type").asText()) + " of "
                + trigger.path("aggregate").asText() + " "
                + trigger.path("aggregateId").asText();
    }

    /** A command. */
    static String command(JsonNode command) {
        return "%s → %s %s  [%s]"
                .formatted(
                        CommandNames.kebab(simpleName(command.path("type").asText())),
                        command.path("aggregate").asText(),
                        command.path("aggregateId").asText(),
                        command.path("id").asText());
    }

    /** Some lines about an event of an instance, which is a CloudEvent in JSON. */
    static String of(JsonNode event) {
        var lines = new ArrayList<String>();
        lines.add("%4s  %s  %s"
                .formatted(
                        event.path("sequence").asText(),
                        event.path("time").asText(),
                        headline(event, event.path("data"))));
        details(event.path("data")).forEach(line -> lines.add(INDENT + line));
        lines.add(INDENT + "correlation " + event.path("correlationid").asText());
        return String.join(System.lineSeparator(), lines);
    }

    private static String headline(JsonNode event, JsonNode data) {
        if (event.hasNonNull("unreadable")) {
            return "unreadable: " + event.path("unreadable").asText();
        }
        var told = told(data.path("trigger"));
        return switch (simpleName(event.path("type").asText())) {
            case "ProcessAdvanced" -> told + ": " + data.path("status").asText();
            case "TimerFired" -> "timer " + data.path("timer").asText() + " fired";
            case "ProcessFailed" ->
                "failed at " + told + ": " + data.path("code").asText() + ": "
                        + data.path("reason").asText();
            case "InputHeld" -> "held back " + told;
            case "ProcessRetried" -> "retried: " + data.path("status").asText();
            // What a later release has written.
            default -> simpleName(event.path("type").asText()) + " " + data;
        };
    }

    private static List<String> details(JsonNode data) {
        var lines = new ArrayList<String>();
        elements(data.path("commands")).forEach(command -> lines.add("sent " + command(command)));
        if (data.path("command").isObject()) {
            lines.add("sent " + command(data.path("command")));
        }
        elements(data.path("timers")).forEach(timer -> lines.add("set timer " + timer(timer)));
        elements(data.path("cancelledTimers")).forEach(timer -> lines.add("cancelled timer " + timer.asText()));
        return lines;
    }

    /** A timer and what it will do. */
    static String timer(JsonNode timer) {
        return "%s, due %s: %s"
                .formatted(timer.path("timer").asText(), timer.path("due").asText(), command(timer.path("command")));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String simpleName(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
