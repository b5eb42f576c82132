package dev.daybook.processor.store;

import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.processor.command.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Removes expired outcomes, going round the store in short steps: after every {@value #STEP_OUTCOMES} outcomes that are
 * kept it looks at {@value #PER_OUTCOME} entries for each of them. So a round takes at most two thirds of the dedupe
 * window, and the store holds at most four thirds of what the window needs. It never changes an answer: what it removes
 * answers nothing any more. It follows the work rather than a clock, because Kafka Streams makes a transaction for every
 * tick of a clock, also when there is nothing to do.
 */
public final class OutcomeSweep {
    private static final int PER_OUTCOME = 2;
    /** Few enough for a step to take less than a millisecond or two. */
    static final int STEP_OUTCOMES = 256;

    private final KeyValueStore<byte[], byte[]> store;
    private final Duration window;
    private byte[] next = EntryKind.OUTCOME.first();
    private int keptSince;

    /** The sweep of the outcomes in the store of a partition. */
    public OutcomeSweep(KeyValueStore<byte[], byte[]> store, Duration window) {
        this.store = store;
        this.window = window;
    }

    /** Counts an outcome that was kept; does a step when one is due, and says how many outcomes that removed. */
    public int kept(Watermark watermark) {
        keptSince++;
        if (keptSince < STEP_OUTCOMES) {
            return 0;
        }
        keptSince = 0;
        var expired = expired(PER_OUTCOME * STEP_OUTCOMES, watermark);
        expired.forEach(store::delete);
        return expired.size();
    }

    @SuppressWarnings("NullAway") // Kafka Streams is not annotated: a range without an end goes to the end.
    private List<byte[]> expired(int limit, Watermark watermark) {
        var expired = new ArrayList<byte[]>();
        try (var entries = store.range(next, null)) {
            for (var looked = 0; looked < limit && entries.hasNext(); looked++) {
                var entry = entries.next();
                if (StoredOutcome.expired(OutcomeEntries.time(entry.value), window, watermark)) {
                    expired.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : EntryKind.OUTCOME.first();
        }
        return expired;
    }
}
