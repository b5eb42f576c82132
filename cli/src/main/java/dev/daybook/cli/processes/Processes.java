package dev.daybook.cli.processes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.client.Queries;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
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
                    ExitCode.NOT_FOUND, "There is no process '" + name.get() + "', only " + names + ".");
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
        return Optional.of(answer.orFail().json());
    }
}
