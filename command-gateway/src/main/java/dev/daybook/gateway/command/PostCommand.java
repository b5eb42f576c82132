package dev.daybook.gateway.command;

import dev.daybook.client.Command;
import dev.daybook.client.Command.Trail;
import dev.daybook.client.Reply;
import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.dispatch.CommandRef;
import dev.daybook.gateway.dispatch.Dispatcher;
import dev.daybook.gateway.outcome.OutcomeAnswer;
import dev.daybook.gateway.request.CorrelationIds;
import dev.daybook.gateway.request.ExpectedVersion;
import dev.daybook.gateway.request.IdempotencyKeys;
import dev.daybook.gateway.request.JsonRequest;
import dev.daybook.gateway.request.PathIds;
import dev.daybook.gateway.request.TraceParent;
import dev.daybook.gateway.request.WaitPolicy;
import dev.daybook.http.request.Principals;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;

/** {@code POST /v1/{aggregate}/{id}/{command}}: sends a command and answers what became of it. */
public final class PostCommand implements Handler {
    private final Catalog catalog;
    private final Dispatcher dispatcher;
    private final WaitPolicy waiting;
    private final Principals principals;
    private final int maxBodyBytes;
    private final IdempotencyKeys keys = new IdempotencyKeys();

    public PostCommand(
            Catalog catalog, Dispatcher dispatcher, WaitPolicy waiting, Principals principals, int maxBodyBytes) {
        this.catalog = catalog;
        this.dispatcher = dispatcher;
        this.waiting = waiting;
        this.principals = principals;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public void handle(Context ctx) {
        var aggregate = catalog.aggregate(ctx.pathParam("aggregate"));
        var type = aggregate.command(ctx.pathParam("command"));
        var command = new CommandRef(aggregate, PathIds.of(ctx, "id"), keys.of(ctx));
        var expectedVersion = ExpectedVersion.of(ctx);
        var options = waiting.ofCommand(ctx);
        var payload = type.json().read(JsonRequest.body(ctx, maxBodyBytes));
        var correlationId = CorrelationIds.of(ctx);
        var trail = new Trail(correlationId, null, principals.of(ctx), TraceParent.of(ctx));
        ctx.header(CorrelationIds.HEADER, Objects.requireNonNullElse(correlationId, command.commandId()));

        var reply = dispatcher.send(
                aggregate,
                new Command(
                        aggregate.name(), command.aggregateId(), command.commandId(), payload, expectedVersion, trail),
                options);

        if (reply instanceof Reply.Answered answered && answered.replayed()) {
            ctx.header("Idempotency-Replayed", "true");
            // The first copy may have been sent as part of something else, and so its events are.
            ctx.res().setHeader(CorrelationIds.HEADER, null);
        }
        OutcomeAnswer.render(ctx, command, reply);
    }
}
