package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.core.RowView;
import dev.daybook.http.Answers;
import dev.daybook.projection.peer.Place;
import dev.daybook.projection.peer.Question;
import dev.daybook.projection.view.RowQuery;
import dev.daybook.projection.view.RowSearch;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/views/{view}}: rows by the view's filters, in the order of their keys, page by page. */
final class RowsQuestion<E, R> implements Question<RowsPart> {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final int DEFAULT_LIMIT = 100;
    static final int MOST_ROWS = 1_000;

    private final Context ctx;
    private final Freshness freshness;
    private final ServedRows<E, R> view;
    private final Cursor cursor;
    private final RowQuery query;

    private RowsQuestion(Context ctx, Freshness freshness, ServedRows<E, R> view, Cursor cursor, RowQuery query) {
        this.ctx = ctx;
        this.freshness = freshness;
        this.view = view;
        this.cursor = cursor;
        this.query = query;
    }

    /** What a request asks of a view. */
    static <E, R> RowsQuestion<E, R> of(Context ctx, Freshness freshness, ServedRows<E, R> served) {
        var view = served.hosted().view();
        var parameters = Parameters.of(ctx, known(view), served);
        var filters = filters(view, parameters);
        var cursor = Cursor.of(view.name(), filters);
        var after = parameters
                .text(CURSOR)
                .map(given -> cursor.decode(given)
                        .orElseThrow(() ->
                                Parameters.bad(CURSOR, "a cursor that this question was answered with", "another")));
        var limit =
                parameters.count(LIMIT, MOST_ROWS).orElse((long) DEFAULT_LIMIT).intValue();
        return new RowsQuestion<>(ctx, freshness, served, cursor, new RowQuery(filters, after.orElse(null), limit));
    }

    @Override
    public Map<String, String> understood() {
        return query.filters();
    }

    @Override
    public List<Place> places() {
        return view.source().places();
    }

    @Override
    public RowsPart part(List<Integer> partitions) throws InterruptedException {
        var ledgers = freshness.ledgers(ctx, view.source(), partitions);
        return RowsPart.of(RowSearch.page(ledgers, query), ParkedRows.count(ledgers));
    }

    @Override
    public void write(RowsPart part, JsonGenerator out) throws IOException {
        part.write(out);
    }

    @Override
    public RowsPart read(JsonNode part) {
        return RowsPart.read(part);
    }

    @Override
    public void answer(List<RowsPart> parts) {
        var page = RowsMerge.of(parts, query.limit());
        ParkedRows.tell(ctx, page.parked());
        Answers.json(ctx, 200, "rows", out -> write(page, cursor, out));
    }

    private static void write(RowsPart page, Cursor cursor, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (var row : page.rows()) {
            row.row().write(out);
        }
        out.writeEndArray();
        out.writeStringField("next", page.end() == null ? null : cursor.encode(page.end()));
        out.writeEndObject();
    }

    private static Map<String, String> filters(RowView<?, ?> view, Parameters parameters) {
        var filters = new HashMap<String, String>();
        view.filters()
                .forEach(filter -> parameters
                        .text(filter.field())
                        .ifPresent(asked -> filters.put(filter.field(), wanted(filter, asked))));
        return filters;
    }

    private static String wanted(RowView.Filter<?> filter, String asked) {
        return filter.wanted(asked)
                .orElseThrow(() -> Parameters.bad(filter.field(), "one of " + filter.values(), "'" + asked + "'"));
    }

    private static List<String> known(RowView<?, ?> view) {
        var known = new ArrayList<>(
                view.filters().stream().map(RowView.Filter::field).toList());
        known.add(LIMIT);
        known.add(CURSOR);
        return known;
    }
}
