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
        var view = catalog.view(ctx.pathParam("view"));
        var hosted = view.hosted();
        return new Place(view.group(), hosted.names().events(), hosted.shards().of(ctx.pathParam("key")));
    }

    /** Where the events of an aggregate are. */
    Place aggregate(Context ctx) {
        var timeline = catalog.timeline(ctx.pathParam("aggregate"));
        var hosted = timeline.hosted();
        return new Place(timeline.group(), hosted.topic(), hosted.shards().of(ctx.pathParam("id")));
    }
}
