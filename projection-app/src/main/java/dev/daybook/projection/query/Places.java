package dev.daybook.projection.query;

import dev.daybook.projection.peer.Place;
import io.javalin.http.Context;

/**
 * Tells where what a request asks for is.
 *
 * @param catalog what can be asked
 */
record Places(Catalog catalog) {

    /** Where the row of a key is. */
    Place row(Context ctx) {
        return Asked.view(ctx, catalog).source().place(ctx.pathParam("key"));
    }

    /** Where an aggregate's parked events are. */
    Place parked(Context ctx) {
        return Asked.view(ctx, catalog).source().place(ctx.pathParam("id"));
    }

    /** Where the events of an aggregate are. */
    Place aggregate(Context ctx) {
        return catalog.timeline(ctx.pathParam("aggregate")).source().place(ctx.pathParam("id"));
    }
}
