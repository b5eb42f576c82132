package dev.daybook.projection.query;

import dev.daybook.projection.ledger.Signal;
import dev.daybook.projection.live.Feed;
import dev.daybook.projection.live.Kind;
import dev.daybook.projection.live.Streams;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/** {@code GET /v1/{aggregate}/{id}/events/stream}: what happened to an aggregate, and what happens from now on. */
final class EventStreamHandler implements Handler {
    private final Catalog catalog;
    private final Freshness freshness;
    private final EventJson json;
    private final Streams streams;

    EventStreamHandler(Catalog catalog, Freshness freshness, EventJson json, Streams streams) {
        this.catalog = catalog;
        this.freshness = freshness;
        this.json = json;
        this.streams = streams;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        answer(ctx, catalog.timeline(ctx.pathParam("aggregate")), ctx.pathParam("id"));
    }

    private <E, S> void answer(Context ctx, ServedTimeline<E, S> timeline, String id) throws InterruptedException {
        var parameters = Parameters.of(ctx, List.of(EventsHandler.FROM, EventJson.CHANGES));
        var asked = parameters.count(EventsHandler.FROM, Long.MAX_VALUE).orElse(1L);
        // Who connects again asks for the same address, but has seen more by then.
        var from = LastEventId.of(ctx).map(seen -> seen.version() + 1).orElse(asked);
        var changes = parameters.flag(EventJson.CHANGES);
        freshness.awaitHere(ctx, timeline.source(), id);
        streams.serve(ctx, Kind.EVENTS, news -> open(timeline, id, from, changes, news));
    }

    private <E, S> Feed open(ServedTimeline<E, S> timeline, String id, long from, boolean changes, Signal news) {
        var hosted = timeline.hosted();
        var shard = hosted.shards().of(id);
        var narration =
                changes ? Narration.withChanges(hosted, json, shard.ledger(), id, from) : Narration.plain(hosted, json);
        return new EventFeed<>(shard, id, from, narration, news);
    }
}
