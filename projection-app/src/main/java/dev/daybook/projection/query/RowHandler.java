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
        answer(ctx, Asked.view(ctx, catalog), ctx.pathParam("key"));
    }

    private <E, R> void answer(Context ctx, ServedView<E, R> view, String key) throws InterruptedException {
        Parameters.of(ctx, List.of());
        var row = freshness
                .ledger(ctx, view.source(), key)
                .find(key)
                .orElseThrow(() -> QueryProblems.noRow(view.name(), key).exception());
        QueryRoutes.version(ctx, row.version());
        Answers.json(ctx, 200, "row", out -> RecordJson.write((IndexedRecord) row.value(), out));
    }
}
