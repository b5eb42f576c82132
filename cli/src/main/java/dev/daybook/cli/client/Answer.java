package dev.daybook.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    /** Members that are printed otherwise, or that the detail repeats for people. */
    private static final Set<String> WELL_KNOWN =
            Set.of("type", "title", "status", "detail", "code", "instance", "errors");

    public JsonNode json() {
        return Json.parse(body);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The command was answered before, and this is that answer again. */
    public boolean replayed() {
        return header("Idempotency-Replayed").map(Boolean::parseBoolean).orElse(false);
    }

    /** This answer if it is 200 or 201, else the failure that it stands for. */
    public Answer orFail() {
        if (status != 200 && status != 201) {
            throw failure();
        }
        return this;
    }

    /** The failure that this answer stands for. */
    public CommandFailure failure() {
        return new CommandFailure(exitCode(), describe());
    }

    private int exitCode() {
        return switch (status) {
            case 202 -> ExitCode.UNDECIDED;
            case 400, 405, 413, 414, 415, 431 -> ExitCode.USAGE;
            case 404 -> ExitCode.NOT_FOUND;
            case 409, 412, 422 -> ExitCode.REFUSED;
            case 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> ExitCode.FAILED;
        };
    }

    private String describe() {
        if (!header("Content-Type").orElse("").contains("json")) {
            return "The server answered with status " + status;
        }
        var problem = json();
        var text = new StringBuilder(
                problem.path("detail").asText(problem.path("title").asText()));
        text.append(" (").append(status);
        if (problem.hasNonNull("code")) {
            text.append(", ").append(problem.get("code").asText());
        }
        text.append(')');
        problem.properties().stream()
                .filter(member -> !WELL_KNOWN.contains(member.getKey()))
                .forEach(member -> append(text, member.getKey(), member.getValue()));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> append(text, name, element));
        } else {
            text.append(System.lineSeparator()).append("  ").append(name).append(": ");
            text.append(value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
