package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.Answers;
import dev.daybook.projection.parking.ParkedAggregate;
import dev.daybook.projection.parking.ParkedEvent;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;

/** {@code GET /v1/dead-letters/{view}/{id}}: the events of an aggregate that a view has parked, as they stand in the log. */
final class DeadLetterHandler implements Handler {
    static final String FROM = "from";
    static final String LIMIT = "limit";

    private final Catalog catalog;

    DeadLetterHandler(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void handle(Context ctx) {
        var view = Asked.view(ctx, catalog);
        var id = ctx.pathParam("id");
        var parameters = Parameters.of(ctx, List.of(FROM, LIMIT));
        var from = parameters.count(FROM, Long.MAX_VALUE).orElse(1L);
        var limit = parameters
                .count(LIMIT, DeadLettersHandler.MOST)
                .orElse((long) DeadLettersHandler.DEFAULT_LIMIT)
                .intValue();
        var shard = view.shards().of(id);
        var parked = shard.ledger().parked();
        var aggregate = parked.aggregate(id)
                .orElseThrow(() -> QueryProblems.notParked(view.name(), id).exception());
        var events = parked.events(aggregate, from, limit + 1);
        Answers.json(ctx, 200, "dead-letter", out -> {
            out.writeStartObject();
            out.writeStringField("view", view.name());
            out.writeStringField("aggregate", view.view().aggregate());
            write(aggregate, shard.partition(), out);
            out.writeArrayFieldStart("parked");
            for (var event : events.subList(0, Math.min(limit, events.size()))) {
                write(event, out);
            }
            out.writeEndArray();
            if (events.size() > limit) {
                out.writeNumberField("next", events.getLast().position());
            } else {
                out.writeNullField("next");
            }
            out.writeEndObject();
        });
    }

    private static void write(ParkedAggregate aggregate, int partition, JsonGenerator out) throws IOException {
        out.writeStringField("id", aggregate.aggregateId());
        out.writeNumberField("partition", partition);
        out.writeNumberField("position", aggregate.first());
        out.writeNumberField("events", aggregate.events());
    }

    private static void write(ParkedEvent parked, JsonGenerator out) throws IOException {
        var headers = parked.event().headers();
        out.writeStartObject();
        out.writeNumberField("position", headers.position());
        out.writeNumberField("version", headers.sequence());
        out.writeStringField("type", headers.type());
        out.writeStringField("time", headers.time().toString());
        out.writeStringField("reason", parked.reason());
        out.writeObjectFieldStart("headers");
        for (var header : parked.event().rawHeaders()) {
            out.writeStringField(header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }
        out.writeEndObject();
        out.writeBinaryField("payload", parked.event().value());
        out.writeEndObject();
    }
}
