package dev.daybook.chaos.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.avro.AvroRecord;
import dev.daybook.cli.client.Answer;
import dev.daybook.cli.client.Gateway;
import dev.daybook.cli.client.Preconditions;
import dev.daybook.cli.console.Json;
import dev.daybook.http.json.RecordJson;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.EventRef;
import dev.daybook.platform.context.CommandNames;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.Token;
import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** By HTTP, through a gateway. What its answers say is taken apart here, as any client in any language would do it. */
final class GatewayRoute implements Route {
    /** Shorter than most faults last, so that callers get impatient and try elsewhere. */
    private static final String WAIT_SECONDS = "3";

    private final Gateway gateway;

    GatewayRoute(URI gateway) {
        this.gateway = new Gateway(gateway);
    }

    @Override
    public Told send(Task task, Ack ack) {
        try {
            var command = CommandNames.kebab(task.payload().getClass());
            var json = json(task.payload());
            return told(
                    task, gateway.trySubmit(task.aggregate(), task.aggregateId(), command, json, headers(task, ack)));
        } catch (ConnectException e) {
            return new Told.NotAppended();
        } catch (IOException e) {
            return new Told.Nothing();
        }
    }

    /** Asks what became of a command. What is answered is in the log, where the audit finds it. */
    void ask(Task task) {
        try {
            gateway.tryOutcome(task.aggregate(), task.aggregateId(), task.id());
        } catch (IOException e) {
            // Nobody is told anything then.
        }
    }

    private static Map<String, String> headers(Task task, Ack ack) {
        var headers = new HashMap<String, String>();
        headers.put("Idempotency-Key", task.id());
        if (task.expectedVersion() != null) {
            headers.putAll(Preconditions.expecting(task.expectedVersion()));
        }
        if (ack == Ack.ACCEPTED) {
            headers.put("Prefer", "respond-async");
        } else {
            headers.put("Prefer", "wait=" + WAIT_SECONDS);
            headers.put("Daybook-Ack", ack.word());
        }
        return headers;
    }

    private static byte[] json(AvroRecord payload) {
        var bytes = new ByteArrayOutputStream();
        try (var out = Json.MAPPER.createGenerator(bytes)) {
            RecordJson.write(payload, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Told told(Task task, Answer answer) {
        var json = answer.json();
        var code = json.path("code").asText();
        return switch (answer.status()) {
            case 200 -> outcome(accepted(answer, json), json);
            case 202 -> new Told.Appended();
            case 412 ->
                outcome(
                        new Verdict.Conflict(
                                json.path("expectedVersion").asLong(),
                                json.path("actualVersion").asLong()),
                        json);
            case 422 -> outcome(refused(code, json), json);
            case 503 -> json.path("appended").asText().equals("no") ? new Told.NotAppended() : new Told.Nothing();
            default -> throw new UnexpectedAnswerException(task, answer.status(), answer.body());
        };
    }

    private static Told outcome(Verdict verdict, JsonNode json) {
        return new Told.Outcome(verdict, json.path("ack").asText().equals(Ack.COMMITTED.word()));
    }

    private static Verdict refused(String code, JsonNode json) {
        return code.equals("idempotency-key-reused")
                ? new Verdict.Reused()
                : new Verdict.Rejected(json.path("version").asLong(), code.intern());
    }

    private static Verdict accepted(Answer answer, JsonNode json) {
        var token = Token.parse(answer.header("Daybook-Token").orElseThrow());
        var events = new ArrayList<EventRef>();
        for (var event : json.path("events")) {
            events.add(new EventRef(
                    event.path("id").asText(),
                    event.path("type").asText(),
                    event.path("version").asLong()));
        }
        return Verdict.of(new CommandAccepted(
                json.path("commandId").asText(),
                json.path("aggregate").asText(),
                json.path("id").asText(),
                json.path("version").asLong(),
                token.partition(),
                token.position(),
                events));
    }
}
