package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.core.RowView;
import dev.daybook.http.Answers;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.view.Page;
import dev.daybook.projection.view.RowQuery;
import dev.daybook.projection.view.RowSearch;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** {@code GET /v1/views/{view}}: rows by the view's filters, in the order of their keys, page by page. */
final class RowsHandler implements Handler {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final int DEFAULT_LIMIT = 100;
    static final int MOST_ROWS = 1_000;

    private final Catalog catalog;
    private final Freshness freshness;

    RowsHandler(Catalog catalog, Freshness freshness) {
        this.catalog = catalog;
        this.freshness = freshness;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        answer(ctx, catalog.view(ctx.pathParam("view")));
    }

    private <E, R> void answer(Context ctx, ServedView<E, R> view) throws InterruptedException {
        var hosted = view.hosted();
        var parameters = Parameters.of(ctx, known(hosted.view()));
        var filters = filters(hosted.view(), parameters);
        var cursor = Cursor.of(view.name(), filters);
        var after = parameters
                .text(CURSOR)
                .map(given -> cursor.decode(given)
                        .orElseThrow(() ->
                                Parameters.bad(CURSOR, "a cursor that this question was answered with", "another")));
        var limit =
                parameters.count(LIMIT, MOST_ROWS).orElse((long) DEFAULT_LIMIT).intValue();
        freshness.await(ctx, hosted.view().aggregate(), hosted.shards(), view.group());
        var page = RowSearch.page(hosted.shards().ledgers(), new RowQuery(filters, after.orElse(null), limit));
        Answers.json(ctx, 200, "rows", out -> write(page, cursor, out));
    }

    private static <R> void write(Page<R> page, Cursor cursor, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (var row : page.rows()) {
            RecordJson.write((IndexedRecord) row.value(), out);
        }
        out.writeEndArray();
        out.writeStringField("next", page.last() == null ? null : cursor.encode(page.last()));
        out.writeEndObject();
    }

    private static Map<String, String> filters(RowView<?, ?> view, Parameters parameters) {
        var filters = new HashMap<String, String>();
        view.filters()
                .forEach(filter ->
                        parameters.text(filter.field()).ifPresent(value -> filters.put(filter.field(), value)));
        return filters;
    }

    private static List<String> known(RowView<?, ?> view) {
        var known = new ArrayList<>(
                view.filters().stream().map(RowView.Filter::field).toList());
        known.add(LIMIT);
        known.add(CURSOR);
        return known;
    }
}
