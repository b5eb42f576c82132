package dev.daybook.projection.query;

import dev.daybook.http.Answers;
import dev.daybook.http.ProblemException;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.timeline.Moment;
import dev.daybook.projection.timeline.PastState;
import dev.daybook.projection.timeline.Recollection;
import dev.daybook.projection.timeline.TimelineLedger;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** {@code GET /v1/{aggregate}/{id}/state}: the state of an aggregate, now, at a version, or at a time. */
final class StateHandler implements Handler {
    static final String VERSION = "version";
    static final String AT = "at";

    private final Catalog catalog;
    private final Freshness freshness;

    StateHandler(Catalog catalog, Freshness freshness) {
        this.catalog = catalog;
        this.freshness = freshness;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        answer(ctx, catalog.timeline(ctx.pathParam("aggregate")), ctx.pathParam("id"));
    }

    private <E, S> void answer(Context ctx, ServedTimeline<E, S> timeline, String id) throws InterruptedException {
        var moment = moment(Parameters.of(ctx, List.of(VERSION, AT)));
        var past = recall(timeline, freshness.ledger(ctx, timeline.source(), id), id, moment);
        QueryRoutes.version(ctx, past.version());
        Answers.json(ctx, 200, "state", out -> {
            out.writeStartObject();
            out.writeStringField("id", id);
            out.writeNumberField("version", past.version());
            out.writeStringField("at", past.at().toString());
            out.writeFieldName("state");
            RecordJson.write((IndexedRecord) past.state(), out);
            out.writeEndObject();
        });
    }

    private static <E, S> PastState<S> recall(
            ServedTimeline<E, S> timeline, TimelineLedger ledger, String id, Moment moment) {
        try (var history = ledger.history(id, 1)) {
            return Recollection.at(moment, history, timeline.hosted())
                    .filter(past -> !(moment instanceof Moment.AtVersion at) || past.version() == at.version())
                    .orElseThrow(() -> none(timeline.aggregate(), id, moment, ledger));
        }
    }

    private static ProblemException none(String type, String id, Moment moment, TimelineLedger ledger) {
        var first = ledger.events(id, 1, 1);
        var last = ledger.lastVersion(id);
        if (first.isEmpty() || last.isEmpty()) {
            return QueryProblems.noAggregate(type, id).exception();
        }
        return switch (moment) {
            case Moment.AtVersion at ->
                QueryProblems.noVersion(type, id, at.version(), last.get()).exception();
            case Moment.AtTime at ->
                QueryProblems.notYet(
                                type, id, at.time(), first.getFirst().headers().time())
                        .exception();
            case Moment.Now _ -> throw new IllegalStateException("An aggregate with events has a state");
        };
    }

    private static Moment moment(Parameters parameters) {
        var version = parameters.count(VERSION, Long.MAX_VALUE);
        var at = parameters.time(AT);
        if (version.isPresent() && at.isPresent()) {
            throw Parameters.bad(AT, "left out where there is a version", "given too");
        }
        return version.<Moment>map(Moment.AtVersion::new)
                .or(() -> at.map(Moment.AtTime::new))
                .orElseGet(Moment.Now::new);
    }
}
