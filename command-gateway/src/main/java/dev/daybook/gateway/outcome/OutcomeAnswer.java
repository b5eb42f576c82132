package dev.daybook.gateway.outcome;

import dev.daybook.client.Reply;
import dev.daybook.gateway.dispatch.CommandRef;
import dev.daybook.http.Answers;
import dev.daybook.http.Problem;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.Token;
import io.javalin.http.Context;

/** Renders what became of a command. */
public final class OutcomeAnswer {
    private static final String VERSION = "X-Event-Version";
    private static final String RETRY_AFTER_SECONDS = "1";

    private OutcomeAnswer() {}

    /** Answers with the reply, or, without one, that the outcome is not known yet and where to ask for it. */
    public static void render(Context ctx, CommandRef command, Reply reply) {
        switch (reply) {
            case Reply.Pending _ -> pending(ctx, command);
            case Reply.Answered(CommandAccepted accepted, var _, var ack) -> accepted(ctx, accepted, ack);
            case Reply.Answered(var outcome, var _, var ack) ->
                Answers.problem(ctx, about(command, problem(outcome), ack));
        }
    }

    private static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case CommandAccepted accepted ->
                throw new IllegalArgumentException("An accepted command is no problem: " + accepted);
            case CommandRejected rejected -> rejected(rejected);
            case VersionConflict conflict -> conflict(conflict);
            case CommandIdReused _ -> idReused();
            case CommandFailed failed -> failed(failed);
            case OutcomeUnknown _ -> unknown();
        };
    }

    private static void accepted(Context ctx, CommandAccepted accepted, Ack ack) {
        ctx.header("ETag", etag(accepted.version()))
                .header(VERSION, String.valueOf(accepted.version()))
                .header(
                        "Daybook-Token",
                        new Token(accepted.aggregate(), accepted.partition(), accepted.position()).toString());
        Answers.json(ctx, 200, "accepted", out -> {
            out.writeStartObject();
            out.writeStringField("commandId", accepted.commandId());
            out.writeStringField("aggregate", accepted.aggregate());
            out.writeStringField("id", accepted.aggregateId());
            out.writeStringField("outcome", "accepted");
            out.writeStringField("ack", ack.word());
            out.writeNumberField("version", accepted.version());
            out.writeArrayFieldStart("events");
            for (var event : accepted.events()) {
                out.writeStartObject();
                out.writeStringField("id", event.id());
                out.writeStringField("type", event.type());
                out.writeNumberField("version", event.version());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void pending(Context ctx, CommandRef command) {
        ctx.header("Location", command.location()).header("Retry-After", RETRY_AFTER_SECONDS);
        Answers.json(ctx, 202, "pending", out -> {
            out.writeStartObject();
            out.writeStringField("commandId", command.commandId());
            out.writeStringField("aggregate", command.aggregate().name());
            out.writeStringField("id", command.aggregateId());
            out.writeStringField("outcome", "pending");
            out.writeStringField("ack", Ack.ACCEPTED.word());
            out.writeStringField("status", command.location());
            out.writeEndObject();
        });
    }

    private static Problem rejected(CommandRejected rejected) {
        var problem = Problem.of(422, rejected.code(), "A rule refuses the command", rejected.message())
                .with("version", rejected.version());
        return rejected.details().isEmpty() ? problem : problem.with("details", rejected.details());
    }

    private static Problem conflict(VersionConflict conflict) {
        var detail = "The command expects version %d, but the aggregate is at version %d"
                .formatted(conflict.expectedVersion(), conflict.actualVersion());
        return Problem.of(412, "version-conflict", "The aggregate is at another version", detail)
                .with("expectedVersion", conflict.expectedVersion())
                .with("actualVersion", conflict.actualVersion())
                .withHeader("ETag", etag(conflict.actualVersion()))
                .withHeader(VERSION, String.valueOf(conflict.actualVersion()));
    }

    private static Problem idReused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "The idempotency key was used for another command",
                "Send a new command with a key of its own");
    }

    private static Problem failed(CommandFailed failed) {
        var status = switch (failed.code()) {
            case "unreadable" -> 400;
            case "too-large" -> 422;
            default -> 500;
        };
        return Problem.of(
                status, failed.code(), "The command cannot be processed; it lies in the dead letters", failed.reason());
    }

    private static Problem unknown() {
        return Problem.of(
                404,
                "unknown-command-id",
                "There is no such command",
                "No outcome is kept under this id: no such command came, or it came longer ago than outcomes are kept");
    }

    private static Problem about(CommandRef command, Problem problem, Ack ack) {
        return problem.with("commandId", command.commandId())
                .with("aggregate", command.aggregate().name())
                .with("id", command.aggregateId())
                .with("ack", ack.word());
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
