package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybook.http.Answers;
import dev.daybook.http.Problem;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.peer.Place;
import dev.daybook.projection.peer.Question;
import dev.daybook.projection.rollup.AsOf;
import dev.daybook.projection.rollup.Group;
import dev.daybook.projection.rollup.Groups;
import dev.daybook.projection.rollup.RollupLedger;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/views/{view}} and {@code GET /v1/views/{view}/{key}} of a rollup: what all partitions add to its rows or to
 * one of them, as they are or as they were at a time.
 */
final class GroupsQuestion<E, R> implements Question<GroupsPart<R>> {
    static final String AT = "at";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private final Context ctx;
    private final Freshness freshness;
    private final Hindsight hindsight;
    private final ServedRollup<E, R> rollup;
    private final Wanted wanted;

    /**
     * What is wanted.
     *
     * @param key the group whose row is wanted; empty: a page of all
     * @param at the time; empty: now
     * @param after the key after which the page begins; null: at the first
     */
    private record Wanted(
            Optional<String> key,
            Optional<Instant> at,
            Cursor cursor,
            @Nullable String after,
            int limit) {}

    private GroupsQuestion(
            Context ctx, Freshness freshness, Hindsight hindsight, ServedRollup<E, R> rollup, Wanted wanted) {
        this.ctx = ctx;
        this.freshness = freshness;
        this.hindsight = hindsight;
        this.rollup = rollup;
        this.wanted = wanted;
    }

    /** A page of rows. */
    static <E, R> GroupsQuestion<E, R> rows(
            Context ctx, Freshness freshness, Hindsight hindsight, ServedRollup<E, R> rollup) {
        var parameters = Parameters.of(ctx, List.of(AT, LIMIT, CURSOR));
        var at = parameters.time(AT);
        var cursor =
                Cursor.of(rollup.name(), Map.of(AT, at.map(Instant::toString).orElse("")));
        var after = parameters
                .text(CURSOR)
                .map(given -> cursor.decode(given)
                        .orElseThrow(() ->
                                Parameters.bad(CURSOR, "a cursor that this question was answered with", "another")))
                .orElse(null);
        var limit = parameters
                .count(LIMIT, RowsQuestion.MOST_ROWS)
                .orElse((long) RowsQuestion.DEFAULT_LIMIT)
                .intValue();
        return new GroupsQuestion<>(
                ctx, freshness, hindsight, rollup, new Wanted(Optional.empty(), at, cursor, after, limit));
    }

    /** One row. */
    static <E, R> GroupsQuestion<E, R> row(
            Context ctx, Freshness freshness, Hindsight hindsight, ServedRollup<E, R> rollup) {
        var at = Parameters.of(ctx, List.of(AT)).time(AT);
        return row(ctx, freshness, hindsight, rollup, at);
    }

    /** One row as it is, again and again. */
    static <E, R> GroupsQuestion<E, R> now(
            Context ctx, Freshness freshness, Hindsight hindsight, ServedRollup<E, R> rollup) {
        Parameters.of(ctx, List.of());
        return row(ctx, freshness, hindsight, rollup, Optional.empty());
    }

    private static <E, R> GroupsQuestion<E, R> row(
            Context ctx, Freshness freshness, Hindsight hindsight, ServedRollup<E, R> rollup, Optional<Instant> at) {
        var wanted = new Wanted(Optional.of(ctx.pathParam("key")), at, Cursor.of(rollup.name(), Map.of()), null, 1);
        return new GroupsQuestion<>(ctx, freshness, hindsight, rollup, wanted);
    }

    @Override
    public List<Place> places() {
        return rollup.source().places();
    }

    @Override
    public GroupsPart<R> part(List<Integer> partitions) throws InterruptedException {
        var ledgers = freshness.ledgers(ctx, rollup.source(), partitions);
        if (wanted.at.isPresent()) {
            hindsight.await(wanted.at.get(), rollup.source(), partitions, ledgers, freshness.wait(ctx));
        }
        var parts = ledgers.stream().map(this::groups).toList();
        return new GroupsPart<>(
                Groups.merge(rollup.view(), parts, wanted.limit + 1).groups(), ParkedRows.count(ledgers));
    }

    /** Its progress is taken before its store is read: what the store has beyond it is left out. */
    private List<Group<R>> groups(RollupLedger<E, R> ledger) {
        var progress = ledger.progress();
        var moment = wanted.at.map(time -> AsOf.at(time, progress)).orElseGet(() -> AsOf.now(progress));
        return wanted.key
                .map(key -> ledger.group(key, moment).stream().toList())
                .orElseGet(() -> ledger.groups(wanted.after, wanted.limit + 1, moment));
    }

    @Override
    public void write(GroupsPart<R> part, JsonGenerator out) throws IOException {
        part.write(rollup.hosted().codec(), out);
    }

    @Override
    public GroupsPart<R> read(JsonNode part) {
        return GroupsPart.read(part, rollup.hosted().codec());
    }

    @Override
    public void answer(List<GroupsPart<R>> parts) {
        ParkedRows.tell(ctx, parts.stream().mapToLong(GroupsPart::parked).sum());
        if (wanted.key.isPresent()) {
            var row = row(parts).orElseThrow(() -> noRow(wanted.key.get()).exception());
            Answers.json(ctx, 200, "row", out -> RecordJson.write(row, out));
        } else {
            Answers.json(ctx, 200, "rows", out -> write(merged(parts), out));
        }
    }

    private Problem noRow(String key) {
        return wanted.at
                .map(time -> QueryProblems.noRow(rollup.name(), key, time))
                .orElseGet(() -> QueryProblems.noRow(rollup.name(), key));
    }

    /** The row that the parts add up to, where one is wanted; empty if they add nothing to it. */
    Optional<IndexedRecord> row(List<GroupsPart<R>> parts) {
        return merged(parts).groups().stream().findFirst().map(group -> (IndexedRecord) group.row());
    }

    private Groups<R> merged(List<GroupsPart<R>> parts) {
        return Groups.merge(
                rollup.view(), parts.stream().map(GroupsPart::groups).toList(), wanted.limit);
    }

    private void write(Groups<R> page, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (var group : page.groups()) {
            RecordJson.write((IndexedRecord) group.row(), out);
        }
        out.writeEndArray();
        out.writeStringField("next", page.last() == null ? null : wanted.cursor.encode(page.last()));
        out.writeEndObject();
    }
}
