package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /internal/v1/standing}: how far all ledgers have come that are posted here, for the other instances. */
final class StandingHandler implements Handler {
    static final String PATH = "/internal/v1/standing";

    private final Catalog catalog;

    StandingHandler(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void handle(Context ctx) {
        List<Source<?>> sources = Stream.concat(
                        catalog.running().get().<Source<?>>map(ServedView::source),
                        catalog.timelines().stream().map(ServedTimeline::source))
                .toList();
        Answers.json(ctx, 200, "standing", out -> Standing.write(sources, out));
    }
}
