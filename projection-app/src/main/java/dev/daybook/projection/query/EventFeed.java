package dev.daybook.projection.query;

import dev.daybook.http.EventStream;
import dev.daybook.projection.ledger.Shard;
import dev.daybook.projection.ledger.Signal;
import dev.daybook.projection.live.Feed;
import dev.daybook.projection.timeline.TimelineLedger;
import java.io.IOException;

/** An aggregate's events from a version on, each once and in turn; its id is its version. */
final class EventFeed<E, S> implements Feed {
    /** At most so many are in memory at a time. */
    private static final int PAGE = 100;

    private final Shard<TimelineLedger> shard;
    private final String id;
    private final Narration<E, S> narration;
    private final Shard.Watch watch;
    private long next;

    EventFeed(Shard<TimelineLedger> shard, String id, long from, Narration<E, S> narration, Signal news) {
        // Before anything is opened: what is not here is answered with 503.
        shard.ledger();
        this.shard = shard;
        this.id = id;
        this.next = from;
        this.narration = narration;
        this.watch = shard.watch(id, news);
    }

    @Override
    public boolean write(EventStream out) throws IOException {
        var events = shard.ledger().events(id, next, PAGE);
        for (var event : events) {
            var version = event.headers().sequence();
            out.send(String.valueOf(version), event.headers().type(), body -> narration.write(event, body));
            next = version + 1;
        }
        return events.size() == PAGE;
    }

    @Override
    public void close() {
        watch.close();
    }
}
