package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.peer.Peers;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /v1/builds/{view}}: the build of a view that serves, and the others, how they are, and how far they have come. */
final class BuildsHandler implements Handler {
    private final Catalog catalog;
    private final EndOfLog ends;
    private final Peers peers;

    BuildsHandler(Catalog catalog, EndOfLog ends, Peers peers) {
        this.catalog = catalog;
        this.ends = ends;
        this.peers = peers;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var serving = catalog.view(ctx.pathParam("view"));
        var builds = catalog.builds(serving.name());
        var standing = Standing.lookUp(
                ctx, peers, builds.stream().map(ServedView::group).toList());
        var status = new StatusJson(ends, standing);
        Answers.json(ctx, 200, "builds", out -> status.write(serving, builds, out));
    }
}
