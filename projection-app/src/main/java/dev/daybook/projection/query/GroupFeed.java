package dev.daybook.projection.query;

import dev.daybook.http.EventStream;
import dev.daybook.http.JsonBody;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.live.Feed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.apache.avro.generic.IndexedRecord;

/**
 * A rollup's row as it is, again and again, from the build that serves its view. Any event may change it, so it is looked at
 * in a rhythm, if anything was posted. It has no version: its id is a checksum of what it shows, and the build.
 */
final class GroupFeed implements Feed {
    private static final Duration RHYTHM = Duration.ofMillis(250);
    private static final long NO_ROW = 0;
    private static final long UNKNOWN = -1;

    private final Look look;
    private final Positions positions;
    private final String build;
    private final Predicate<String> serves;
    private Optional<IndexedRecord> row;
    /** The checksum of what the client has seen. */
    private long shown;

    /** Looks at the row. */
    @FunctionalInterface
    interface Look {
        Optional<IndexedRecord> now() throws InterruptedException;
    }

    /**
     * A row.
     *
     * @param row the row as it was found after the positions were looked at
     */
    GroupFeed(
            Look look,
            Positions positions,
            Optional<IndexedRecord> row,
            String build,
            Predicate<String> serves,
            Optional<LastEventId> seen) {
        this.look = look;
        this.positions = positions;
        this.row = row;
        this.build = build;
        this.serves = serves;
        this.shown = seen.map(id -> id.isOf(build) ? id.version() : UNKNOWN).orElse(NO_ROW);
    }

    @Override
    public boolean write(EventStream out) throws IOException, InterruptedException {
        if (positions.mayHaveMoved()) {
            row = look.now();
        }
        var now = row.map(GroupFeed::checksum).orElse(NO_ROW);
        if (now != shown) {
            show(new LastEventId(now, build).toString(), out);
            shown = now;
        }
        return false;
    }

    private void show(String id, EventStream out) throws IOException {
        if (row.isPresent()) {
            var shows = row.get();
            out.send(id, RowFeed.ROW, body -> RecordJson.write(shows, body));
        } else {
            out.send(id, RowFeed.GONE, RowFeed::writeNothing);
        }
    }

    private static long checksum(IndexedRecord row) {
        JsonBody json = out -> RecordJson.write(row, out);
        var checksum = new CRC32C();
        checksum.update(json.bytes());
        return checksum.getValue() + 1;
    }

    @Override
    public Duration rhythm() {
        return RHYTHM;
    }

    /** Another build serves by now: the client is to connect to that one. */
    @Override
    public boolean over() {
        return !serves.test(build);
    }

    @Override
    public void close() {}
}
