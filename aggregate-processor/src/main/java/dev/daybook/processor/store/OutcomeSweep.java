package dev.daybook.processor.store;

import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.processor.command.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Removes expired outcomes, going round the store in bounded steps. A step looks at {@value #PER_OUTCOME} entries for
 * each outcome kept since the last: so a round takes at most two thirds of the dedupe window, and the store holds at
 * most four thirds of what the window needs. It never changes an answer: what it removes answers nothing any more.
 */
public final class OutcomeSweep {
    private static final int PER_OUTCOME = 2;
    /** When all is quiet it goes on slowly. */
    static final int LEAST = 100;
    /** A few milliseconds of work. */
    static final int MOST = 10_000;

    private final KeyValueStore<byte[], byte[]> outcomes;
    private final Duration window;
    private byte @Nullable [] next;
    private int keptSince;

    /** The sweep of the outcomes of the task that {@code context} belongs to. */
    public OutcomeSweep(ProcessingContext context, StoreNames names, Duration window) {
        this.outcomes = context.getStateStore(names.outcomes());
        this.window = window;
    }

    /** Counts an outcome that was kept. */
    public void kept() {
        keptSince++;
    }

    /** Does one step. */
    public int step(Watermark watermark) {
        var expired = expired(Math.clamp((long) PER_OUTCOME * keptSince, LEAST, MOST), watermark);
        keptSince = 0;
        expired.forEach(outcomes::delete);
        return expired.size();
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a range without an end goes to the end.
    private List<byte[]> expired(int limit, Watermark watermark) {
        var expired = new ArrayList<byte[]>();
        try (var entries = outcomes.range(next, null)) {
            for (var looked = 0; looked < limit && entries.hasNext(); looked++) {
                var entry = entries.next();
                if (StoredOutcome.expired(OutcomeEntries.time(entry.value), window, watermark)) {
                    expired.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : null;
        }
        return expired;
    }
}
