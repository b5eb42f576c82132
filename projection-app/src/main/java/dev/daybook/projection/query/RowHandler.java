package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import dev.daybook.http.json.RecordJson;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** {@code GET /v1/views/{view}/{key}}: one row. */
final class RowHandler implements Handler {
    private final Catalog catalog;
    private final Freshness freshness;

    RowHandler(Catalog catalog, Freshness freshness) {
        this.catalog = catalog;
        this.freshness = freshness;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        switch (Asked.view(ctx, catalog)) {
            case ServedRows<?, ?> rows -> answer(ctx, rows, ctx.pathParam("key"));
            case ServedRollup<?, ?> rollup ->
                throw new IllegalStateException("The rows of '" + rollup.name() + "' are in all partitions");
        }
    }

    private <E, R> void answer(Context ctx, ServedRows<E, R> view, String key) throws InterruptedException {
        Parameters.of(ctx, List.of(), view);
        var ledger = freshness.ledger(ctx, view.source(), key);
        // Before the row: one that is released in between only looks older than it is.
        ParkedRows.tell(ctx, view, key, ledger.parked(), freshness.tokens(ctx));
        var row = ledger.find(key)
                .orElseThrow(() -> QueryProblems.noRow(view.name(), key).exception());
        QueryRoutes.version(ctx, row.version());
        Answers.json(ctx, 200, "row", out -> RecordJson.write((IndexedRecord) row.value(), out));
    }
}
