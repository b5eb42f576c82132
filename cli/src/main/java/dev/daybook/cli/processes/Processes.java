package dev.daybook.cli.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.platform.process.ReadableContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The processes that there are, as the query API tells. */
record Processes(Queries queries) {

    /** Their names. */
    List<String> names() {
        return StreamSupport.stream(queries.views().path("views").spliterator(), false)
                .filter(view -> view.path("name").asText().equals(viewOf(view)))
                .map(view -> view.path("aggregate").asText())
                .sorted()
                .toList();
    }

    private static String viewOf(JsonNode view) {
        return ReadableContext.viewName(view.path("aggregate").asText());
    }

    /** The names of those that a command is about: the one that is named, or all. */
    List<String> named(Optional<String> name) {
        var names = names();
        if (name.isEmpty()) {
            return names;
        }
        if (!names.contains(name.get())) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "There is no process '" + name.get() + "'; "
                            + (names.isEmpty() ? "there are none." : "there are " + names + "."));
        }
        return List.of(name.get());
    }

    /** The name of the only process. */
    String only() {
        var names = names();
        return switch (names.size()) {
            case 0 -> throw new CommandFailure(ExitCode.NOT_FOUND, "There are no processes.");
            case 1 -> names.getFirst();
            default ->
                throw new CommandFailure(
                        ExitCode.USAGE, "There are several processes, " + names + ". Name one before the id.");
        };
    }

    /** An instance as it is seen; empty if it is not there. */
    Optional<JsonNode> find(String process, String id) {
        var answer = queries.row(ReadableContext.viewName(process), id, Map.of(), Map.of());
        if (answer.status() == 404 && "no-row".equals(answer.json().path("code").asText())) {
            return Optional.empty();
        }
        return Optional.of(readable(answer.orFail().json()));
    }

    /** A page of the instances of a process. */
    JsonNode page(String process, Map<String, String> parameters) {
        var page = queries.rows(ReadableContext.viewName(process), parameters, Map.of());
        page.path("rows").forEach(Processes::readable);
        return page;
    }

    /** A row with what its instance remembers as JSON, which the view has as a text. */
    private static JsonNode readable(JsonNode row) {
        var state = row.path("state").asText();
        try {
            ((ObjectNode) row)
                    .set("state", state.isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(state));
        } catch (JsonProcessingException e) {
            // What a later release may have written: it stays a text.
        }
        return row;
    }
}
