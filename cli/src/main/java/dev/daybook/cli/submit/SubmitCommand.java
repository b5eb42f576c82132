package dev.daybook.cli.submit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.client.Answer;
import dev.daybook.cli.client.Preconditions;
import dev.daybook.cli.console.AggregateArguments;
import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import dev.daybook.cli.console.NonEmpty;
import dev.daybook.cli.console.Output;
import dev.daybook.cli.console.Table;
import dev.daybook.cli.console.WholeNumber;
import dev.daybook.cli.stack.Target;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybook submit}: sends one command to the gateway and prints what became of it. */
@Command(
        name = "submit",
        description = {
            "Sends a command to an aggregate and prints what became of it.",
            "  ./daybook submit order A-1 create-order '{\"customerId\": \"ALFKI\"}'",
            "  ./daybook submit order A-1 add-item @item.json --expected-version 1"
        })
public final class SubmitCommand implements Callable<Integer> {
    private static final String CORRELATION_ID = "Daybook-Correlation-Id";

    @Mixin
    private AggregateArguments aggregate = new AggregateArguments();

    @Parameters(
            index = "2",
            paramLabel = "COMMAND",
            converter = NonEmpty.class,
            description = "The command, such as add-item.")
    private String command = "";

    @Parameters(
            index = "3",
            paramLabel = "JSON",
            arity = "0..1",
            defaultValue = "{}",
            description = "The command's fields: JSON, @FILE to read a file, - to read the standard input;"
                    + " default: ${DEFAULT-VALUE}.")
    private String json = "";

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "The command's id: sent again with the same key, the command is answered, not repeated.")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--correlation",
            paramLabel = "ID",
            description = "What the command is part of, for ./daybook trace; default: something new, named by its id.")
    private @Nullable String correlation;

    @Option(
            names = "--expected-version",
            paramLabel = "N",
            converter = WholeNumber.ExpectedVersion.class,
            description = "Refuse the command unless the aggregate is at this version; 0: it must not exist yet.")
    private @Nullable Long expectedVersion;

    @Option(
            names = "--ack",
            paramLabel = "LEVEL",
            description = "How long to wait: accepted (it is in the log), decided (it was decided), committed"
                    + " (its events are visible to all readers; the default).")
    private @Nullable Ack ack;

    @Option(names = "--async", description = "The same as --ack accepted.")
    private boolean async;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = WholeNumber.FromZero.class,
            description = "The longest wait for the outcome.")
    private @Nullable Integer wait;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Output output = new Output();

    /** How long the caller waits. */
    private enum Ack {
        accepted,
        decided,
        committed
    }

    @Override
    public Integer call() throws IOException {
        var answer = target.gateway().submit(aggregate.type(), aggregate.id(), command, Body.read(json), headers());
        if (answer.status() != 200 && answer.status() != 202) {
            throw failure(answer);
        }
        output.print(document(answer), () -> print(answer));
        return answer.status() == 202 && !isAsync() ? ExitCode.UNDECIDED : ExitCode.DONE;
    }

    /** What was refused is in the log too, and part of a story. */
    private static CommandFailure failure(Answer answer) {
        var failure = answer.failure();
        return answer.header(CORRELATION_ID)
                .map(id -> new CommandFailure(
                        failure.exitCode(),
                        failure.getMessage() + System.lineSeparator() + trace(id),
                        Map.of("correlationId", id)))
                .orElse(failure);
    }

    private boolean isAsync() {
        return async || ack == Ack.accepted;
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        if (correlation != null) {
            headers.put(CORRELATION_ID, correlation);
        }
        if (expectedVersion != null) {
            headers.putAll(Preconditions.expecting(expectedVersion));
        }
        if (isAsync()) {
            headers.put("Prefer", "respond-async");
        } else if (wait != null) {
            headers.put("Prefer", "wait=" + wait);
        }
        if (ack != null && ack != Ack.accepted) {
            headers.put("Daybook-Ack", ack.name());
        }
        return headers;
    }

    private static ObjectNode document(Answer answer) {
        var document = Json.MAPPER.createObjectNode();
        document.put("status", answer.status());
        document.put("replayed", answer.replayed());
        answer.header("Daybook-Token").ifPresent(token -> document.put("token", token));
        answer.header(CORRELATION_ID).ifPresent(id -> document.put("correlationId", id));
        answer.header("Location").ifPresent(location -> document.put("location", location));
        document.set("answer", answer.json());
        return document;
    }

    private void print(Answer answer) {
        var body = answer.json();
        if (answer.status() == 202) {
            output.line("In the log as " + body.path("commandId").asText() + "; the outcome will be at "
                    + answer.header("Location").orElse("its status link"));
            printTrace(answer);
            return;
        }
        output.line((answer.replayed() ? "Accepted before" : "Accepted") + ": " + aggregate.type() + " "
                + aggregate.id() + " is at version " + body.path("version").asText());
        var events = new Table();
        body.path("events")
                .forEach(event -> events.row(
                        event.path("version").asText(),
                        event.path("type").asText(),
                        event.path("id").asText()));
        if (!events.isEmpty()) {
            output.line(events.toString());
        }
        answer.header("Daybook-Token").ifPresent(token -> output.line("Read it with --token " + token));
        printTrace(answer);
    }

    private void printTrace(Answer answer) {
        answer.header(CORRELATION_ID).ifPresent(id -> output.line(trace(id)));
    }

    private static String trace(String correlationId) {
        return "What follows: ./daybook trace " + correlationId;
    }
}
