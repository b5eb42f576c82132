package dev.daybook.projection.query;

import dev.daybook.projection.lag.EndOfLog;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.Signal;
import dev.daybook.projection.live.Feed;
import dev.daybook.projection.live.Kind;
import dev.daybook.projection.live.Streams;
import dev.daybook.projection.timeline.TimelineLedger;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/** {@code GET /v1/{aggregate}/{id}/events/stream}: what happened to an aggregate, and what happens from now on. */
final class EventStreamHandler implements Handler {
    private final Catalog catalog;
    private final Freshness freshness;
    private final EventJson json;
    private final Streams streams;
    private final EndOfLog ends;

    EventStreamHandler(Catalog catalog, Freshness freshness, EventJson json, Streams streams, EndOfLog ends) {
        this.catalog = catalog;
        this.ends = ends;
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
        var seen = LastEventId.of(ctx, LastEventId.Form.EVENT);
        var from = seen.map(event -> event.version() + 1).orElse(asked);
        var changes = parameters.flag(EventJson.CHANGES);
        freshness.awaitHere(ctx, timeline.source(), id);
        seen.ifPresent(event -> requireHappened(event, timeline, id));
        streams.serve(ctx, Kind.EVENTS, news -> open(timeline, id, from, changes, news));
    }

    /**
     * Refuses what is beyond the last event, if it is certain that this is the last: a partition that has moved may not be yet
     * where the instance was that gave the id, and nothing may be said of an aggregate that there is not.
     */
    private void requireHappened(LastEventId seen, ServedTimeline<?, ?> timeline, String id) {
        var shard = timeline.hosted().shards().of(id);
        if (!beyond(seen, shard, id)) {
            return;
        }
        var end = ends.of(
                        timeline.source().topic(),
                        timeline.source().shards().all().size())
                .get(shard.partition());
        var atEnd = end != null && shard.ledger().progress().position() >= end;
        // Once more, since it may have come to the end meanwhile.
        if (atEnd && beyond(seen, shard, id)) {
            throw seen.neverGiven(shard.ledger().lastVersion(id).orElseThrow());
        }
    }

    private static boolean beyond(LastEventId seen, Shard<TimelineLedger> shard, String id) {
        return shard.ledger()
                .lastVersion(id)
                .filter(last -> seen.version() > last)
                .isPresent();
    }

    private <E, S> Feed open(ServedTimeline<E, S> timeline, String id, long from, boolean changes, Signal news) {
        var hosted = timeline.hosted();
        var shard = hosted.shards().of(id);
        var narration =
                changes ? Narration.withChanges(hosted, json, shard::ledger, id) : Narration.plain(hosted, json);
        return new EventFeed<>(shard, id, from, narration, news);
    }
}
