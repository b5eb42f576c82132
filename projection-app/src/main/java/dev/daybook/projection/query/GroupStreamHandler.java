package dev.daybook.projection.query;

import dev.daybook.projection.live.Kind;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.peer.Forwarded;
import dev.daybook.projection.peer.Peers;
import dev.daybook.projection.peer.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * {@code GET /v1/views/{view}/{key}/stream} of a rollup: a row as it is, and again when it has changed, of all partitions
 * wherever they are.
 */
final class GroupStreamHandler implements Handler {
    private final Catalog catalog;
    private final Freshness freshness;
    private final Hindsight hindsight;
    private final Peers peers;
    private final Streams streams;
    private final Handler parts;

    GroupStreamHandler(Catalog catalog, Freshness freshness, Hindsight hindsight, Peers peers, Streams streams) {
        this.catalog = catalog;
        this.freshness = freshness;
        this.hindsight = hindsight;
        this.peers = peers;
        this.streams = streams;
        this.parts = peers.survey(ctx -> GroupsQuestion.now(ctx, freshness, hindsight, rollup(ctx)));
    }

    @Override
    public void handle(Context ctx) throws Exception {
        if (Forwarded.application(ctx).isPresent()) {
            // Another instance shows the row and asks, again and again, for what this one adds to it.
            parts.handle(ctx);
        } else {
            answer(ctx, rollup(ctx));
        }
    }

    private ServedRollup<?, ?> rollup(Context ctx) {
        return switch (Asked.view(ctx, catalog)) {
            case ServedRollup<?, ?> rollup -> rollup;
            case ServedRows<?, ?> rows ->
                throw new IllegalStateException("A row of '" + rows.name() + "' is in one partition");
        };
    }

    private <E, R> void answer(Context ctx, ServedRollup<E, R> rollup) throws InterruptedException {
        var question = GroupsQuestion.now(ctx, freshness, hindsight, rollup);
        var seen = LastEventId.of(ctx, LastEventId.Form.GROUP);
        var positions = new Positions(rollup.shards());
        GroupFeed.Look look = () -> question.row(peers.gather(ctx, question));
        try {
            // Before anything is opened: what cannot be answered is answered as for any query.
            var row = look.now();
            streams.serve(
                    ctx,
                    Kind.GROUP,
                    _ -> new GroupFeed(look, positions, row, rollup.application(), catalog::serves, seen));
        } catch (RefusedException e) {
            peers.hand(e, ctx);
        }
    }
}
