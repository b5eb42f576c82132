package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.EventStream;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.Signal;
import dev.daybook.projection.live.Feed;
import dev.daybook.projection.view.Sight;
import dev.daybook.projection.view.ViewLedger;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.generic.IndexedRecord;

/**
 * A row as it is, again and again, from the build that serves its view; its id is the aggregate's version, and that build.
 * Where it changes faster than its client reads, states in between are passed over, and the last never is. It shows nothing
 * older than what the build has shown.
 */
final class RowFeed<E, R> implements Feed {
    static final String ROW = "row";
    static final String GONE = "gone";

    private final Shard<ViewLedger<E, R>> shard;
    private final String key;
    private final String build;
    private final Predicate<String> serves;
    private final Shard.Watch watch;
    private long seen;
    /** Whether the client may believe that there is a row. */
    private boolean shown;

    RowFeed(
            Shard<ViewLedger<E, R>> shard,
            String key,
            String build,
            Predicate<String> serves,
            Optional<LastEventId> seen,
            Signal news) {
        // Before anything is opened: what is not here is answered with 503.
        shard.ledger();
        this.shard = shard;
        this.key = key;
        this.build = build;
        this.serves = serves;
        this.seen = seen.map(id -> id.versionOf(build)).orElse(0L);
        this.shown = seen.isPresent();
        this.watch = shard.watch(key, news);
    }

    @Override
    public boolean write(EventStream out) throws IOException {
        var sight = shard.ledger().sight(key).filter(now -> now.version() > seen);
        if (sight.isPresent()) {
            show(sight.get(), out);
        }
        return false;
    }

    private void show(Sight<R> now, EventStream out) throws IOException {
        var id = new LastEventId(now.version(), build).toString();
        var row = now.row();
        if (row.isPresent()) {
            out.send(id, ROW, body -> RecordJson.write((IndexedRecord) row.get().value(), body));
        } else if (shown) {
            out.send(id, GONE, RowFeed::writeNothing);
        }
        seen = now.version();
        shown = row.isPresent();
    }

    static void writeNothing(JsonGenerator body) throws IOException {
        body.writeStartObject();
        body.writeEndObject();
    }

    /** Another build serves by now: the client is to connect to that one. */
    @Override
    public boolean over() {
        return !serves.test(build);
    }

    @Override
    public void close() {
        watch.close();
    }
}
