package dev.daybook.projection.query;

import dev.daybook.projection.live.Kind;
import dev.daybook.projection.live.Streams;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/** {@code GET /v1/views/{view}/{key}/stream}: a row as it is, and again whenever it changes. */
final class RowStreamHandler implements Handler {
    private final Catalog catalog;
    private final Freshness freshness;
    private final Streams streams;

    RowStreamHandler(Catalog catalog, Freshness freshness, Streams streams) {
        this.catalog = catalog;
        this.freshness = freshness;
        this.streams = streams;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        switch (Asked.view(ctx, catalog)) {
            case ServedRows<?, ?> rows -> answer(ctx, rows, ctx.pathParam("key"));
            case ServedRollup<?, ?> rollup ->
                throw new IllegalStateException("A row of '" + rollup.name() + "' is in all partitions");
        }
    }

    private <E, R> void answer(Context ctx, ServedRows<E, R> view, String key) throws InterruptedException {
        Parameters.of(ctx, List.of(), view);
        var seen = LastEventId.of(ctx, LastEventId.Form.ROW);
        var hosted = view.hosted();
        freshness.awaitHere(ctx, view.source(), key);
        var parked = hosted.shards().of(key).ledger().parked();
        ParkedRows.tell(ctx, view, key, parked, freshness.tokens(ctx));
        streams.serve(
                ctx,
                Kind.ROW,
                news -> new RowFeed<>(hosted.shards().of(key), key, view.application(), catalog::serves, seen, news));
    }
}
