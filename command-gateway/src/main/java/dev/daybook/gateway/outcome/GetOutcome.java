package dev.daybook.gateway.outcome;

import dev.daybook.gateway.catalog.Catalog;
import dev.daybook.gateway.dispatch.CommandRef;
import dev.daybook.gateway.dispatch.Dispatcher;
import dev.daybook.gateway.request.PathIds;
import dev.daybook.gateway.request.WaitPolicy;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * {@code GET /v1/commands/{aggregate}/{id}/{commandId}}: asks what became of a command, and answers as the command
 * itself would have been answered. The question goes through the log, behind the command: so it can be asked at any
 * gateway, and that there is no such command is certain.
 */
public final class GetOutcome implements Handler {
    private final Catalog catalog;
    private final Dispatcher dispatcher;
    private final WaitPolicy waiting;

    public GetOutcome(Catalog catalog, Dispatcher dispatcher, WaitPolicy waiting) {
        this.catalog = catalog;
        this.dispatcher = dispatcher;
        this.waiting = waiting;
    }

    @Override
    public void handle(Context ctx) {
        var aggregate = catalog.aggregate(ctx.pathParam("aggregate"));
        var command = new CommandRef(aggregate, PathIds.of(ctx, "id"), PathIds.of(ctx, "commandId"));

        var reply = dispatcher.find(command, waiting.ofInquiry(ctx));

        OutcomeAnswer.render(ctx, command, reply);
    }
}
