package dev.daybook.projection.build;

import dev.daybook.projection.peer.Forwarded;
import dev.daybook.projection.query.Catalog;
import dev.daybook.projection.query.QueryProblems;
import dev.daybook.projection.query.ServedView;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code GET /internal/v1/snapshot/{partition}}: all that a build shows of a partition, exactly when it has come to a position,
 * for another instance. If it is not met there, the answer says so, and has no entries.
 */
final class SnapshotHandler implements Handler {
    static final String PATH = "/internal/v1/snapshot/";
    static final String POSITION = "Daybook-Position";

    private final Catalog catalog;

    SnapshotHandler(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        var build = Forwarded.application(ctx)
                .<ServedView<?, ?>>flatMap(catalog::build)
                .orElseThrow(() ->
                        QueryProblems.notReady("The build does not run here").exception());
        var partition = ctx.pathParamAsClass("partition", Integer.class).get();
        var position = ctx.headerAsClass(POSITION, Long.class).get();
        try (var entries = Snapshots.here(build, partition, position)) {
            ctx.contentType(Lines.CONTENT_TYPE);
            Lines.write(entries, ctx.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Whoever asked for a snapshot has gone", e);
        }
    }
}
