package dev.daybook.http;

import dev.daybook.http.json.JsonFault;
import dev.daybook.http.json.JsonFaultsException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into problems: the one place where exceptions become answers. */
final class ErrorMapper {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private ErrorMapper() {}

    static void install(RoutesConfig routes) {
        routes.exception(Exception.class, (e, ctx) -> Answers.problem(ctx, problem(e)));
        // Javalin has a mapper of its own for these, which would be found first.
        routes.exception(HttpResponseException.class, (e, ctx) -> Answers.problem(ctx, problem(e)));
    }

    static Problem problem(Throwable error) {
        return switch (error) {
            case ProblemException e -> e.problem();
            case JsonFaultsException e -> malformedBody(e);
            case HttpResponseException e -> ofServer(e.getStatus(), message(e), e.getDetails());
            default -> internal(error);
        };
    }

    /** What the server itself refuses, such as a path without a route. */
    static Problem ofServer(int status, String message, Map<String, String> details) {
        var phrase = HttpStatus.getMessage(status);
        var problem = Problem.of(status, code(phrase), phrase, message);
        var allowed = details.getOrDefault("availableMethods", details.get("Available methods"));
        return allowed == null
                ? problem
                : Problem.of(status, code(phrase), phrase, "The methods here are " + allowed)
                        .withHeader("Allow", allowed);
    }

    private static Problem malformedBody(JsonFaultsException e) {
        var errors = e.faults().stream().map(ErrorMapper::member).toList();
        return Problem.of(400, "malformed-body", "The body does not fit its schema", message(e))
                .with("errors", errors);
    }

    private static Map<String, String> member(JsonFault fault) {
        var member = new LinkedHashMap<String, String>();
        member.put("pointer", fault.pointer());
        member.put("expected", fault.expected());
        member.put("found", fault.found());
        return member;
    }

    private static Problem internal(Throwable error) {
        var incident = UUID.randomUUID().toString();
        LOG.error("Request failed, incident {}", incident, error);
        return Problem.of(500, "internal-error", "The server failed", "Look for the incident in the server's log")
                .with("incident", incident);
    }

    private static String message(Throwable error) {
        return Objects.requireNonNullElse(error.getMessage(), error.toString());
    }

    private static String code(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
