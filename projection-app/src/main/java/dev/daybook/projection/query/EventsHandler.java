package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.Answers;
import dev.daybook.projection.ledger.LoggedEvent;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/{aggregate}/{id}/events}: what happened to an aggregate, in CloudEvents' JSON format. */
final class EventsHandler implements Handler {
    static final String FROM = "from";
    static final String LIMIT = "limit";
    static final int DEFAULT_LIMIT = 100;
    static final int MOST_EVENTS = 1_000;

    private final Catalog catalog;
    private final Freshness freshness;
    private final EventJson json;

    EventsHandler(Catalog catalog, Freshness freshness, EventJson json) {
        this.catalog = catalog;
        this.freshness = freshness;
        this.json = json;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        answer(ctx, catalog.timeline(ctx.pathParam("aggregate")), ctx.pathParam("id"));
    }

    private <E, S> void answer(Context ctx, ServedTimeline<E, S> timeline, String id) throws InterruptedException {
        var parameters = Parameters.of(ctx, List.of(FROM, LIMIT, EventJson.CHANGES));
        var from = parameters.count(FROM, Long.MAX_VALUE).orElse(1L);
        var limit = parameters
                .count(LIMIT, MOST_EVENTS)
                .orElse((long) DEFAULT_LIMIT)
                .intValue();
        var hosted = timeline.hosted();
        var ledger = freshness.ledger(ctx, timeline.source(), id);
        if (ledger.lastVersion(id).isEmpty()) {
            throw QueryProblems.noAggregate(timeline.aggregate(), id).exception();
        }
        var events = ledger.events(id, from, limit + 1);
        var page = events.subList(0, Math.min(limit, events.size()));
        var next = events.size() > limit ? events.getLast() : null;
        var narration = parameters.flag(EventJson.CHANGES)
                ? Narration.withChanges(hosted, json, () -> ledger, id)
                : Narration.plain(hosted, json);
        Answers.json(ctx, 200, "events", out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("events");
            for (var event : page) {
                narration.write(event, out);
            }
            out.writeEndArray();
            writeNext(next, out);
            out.writeEndObject();
        });
    }

    private static void writeNext(@Nullable LoggedEvent next, JsonGenerator out) throws IOException {
        if (next == null) {
            out.writeNullField("next");
        } else {
            out.writeNumberField("next", next.headers().sequence());
        }
    }
}
