package dev.daybook.projection.query;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /v1/views/{view}/{key}}: the row of an aggregate, which is in one partition, or of a group, which is in all. */
final class KeyHandler implements Handler {
    private final Catalog catalog;
    private final Handler row;
    private final Handler group;

    KeyHandler(Catalog catalog, Handler row, Handler group) {
        this.catalog = catalog;
        this.row = row;
        this.group = group;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        switch (Asked.view(ctx, catalog)) {
            case ServedRows<?, ?> _ -> row.handle(ctx);
            case ServedRollup<?, ?> _ -> group.handle(ctx);
        }
    }
}
