package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /v1/views}: the views and timelines, how they are, and how far they have come. */
final class ViewsHandler implements Handler {
    private final Catalog catalog;
    private final EndOfLog ends;

    ViewsHandler(Catalog catalog, EndOfLog ends) {
        this.catalog = catalog;
        this.ends = ends;
    }

    @Override
    public void handle(Context ctx) {
        var status = new StatusJson(ends);
        Answers.json(ctx, 200, "views", out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("views");
            for (var view : catalog.views()) {
                status.write(view, out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("timelines");
            for (var timeline : catalog.timelines()) {
                status.write(timeline, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
