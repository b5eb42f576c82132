package dev.daybook.projection.query;

import dev.daybook.projection.peer.Forwarded;
import io.javalin.http.Context;

/** The build of a view that a request is answered from: the same from its beginning to its end, on whichever instance. */
final class Asked {
    private static final String BUILD = "dev.daybook.projection.query.build";

    private Asked() {}

    /** The build that a forwarded request names, or else the one that serves the view of the path. */
    static ServedView<?, ?> view(Context ctx, Catalog catalog) {
        ServedView<?, ?> chosen = ctx.attribute(BUILD);
        if (chosen == null) {
            chosen = Forwarded.application(ctx)
                    .<ServedView<?, ?>>map(application -> catalog.build(application)
                            .orElseThrow(() -> QueryProblems.notReady(application + " does not run here")
                                    .exception()))
                    .orElseGet(() -> catalog.view(ctx.pathParam("view")));
            ctx.attribute(BUILD, chosen);
        }
        return chosen;
    }
}
