package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import dev.daybook.http.json.RecordJson;
import io.javalin.http.Context;
import io.javalin.http.Handler;
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
        answer(ctx, catalog.view(ctx.pathParam("view")), ctx.pathParam("key"));
    }

    private <E, R> void answer(Context ctx, ServedView<E, R> view, String key) throws InterruptedException {
        var hosted = view.hosted();
        freshness.await(ctx, hosted.view().aggregate(), hosted.shards(), view.group());
        var row = hosted.shards()
                .of(key)
                .ledger()
                .find(key)
                .orElseThrow(() -> QueryProblems.noRow(view.name(), key).exception());
        QueryRoutes.version(ctx, row.version());
        Answers.json(ctx, 200, "row", out -> RecordJson.write((IndexedRecord) row.value(), out));
    }
}
