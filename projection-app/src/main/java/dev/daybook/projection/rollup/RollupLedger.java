package dev.daybook.projection.rollup;

import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.parking.FoldedLedger;
import dev.daybook.projection.parking.FoldingLedger;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of a rollup: it adds up what aggregates contribute, and finds the sums again, as they are and as they were. */
public final class RollupLedger<E, R> extends FoldedLedger {
    private final RollupStore<R> store;

    private RollupLedger(RollupStore<R> store, FoldingLedger<E> folding) {
        super(folding);
        this.store = store;
    }

    /** The partition that a store holds. */
    public static <E, R> RollupLedger<E, R> open(HostedRollup<E, R> hosted, KeyValueStore<Bytes, byte[]> store) {
        var sums = new RollupStore<>(hosted.view(), hosted.codec(), store);
        var folding = new RollupFolding<>(hosted.view(), hosted.codec(), sums);
        return new RollupLedger<>(
                sums, new FoldingLedger<>(hosted.events(), hosted.anomalies(), folding, store, () -> {}, store));
    }

    @Override
    public Entries entries() {
        var progress = progress();
        return new GroupEntries<>(
                progress.position(),
                groups(null, Integer.MAX_VALUE, AsOf.now(progress)).iterator());
    }

    /** What this partition adds to a group's row; empty if nothing had come to the group. */
    public Optional<Group<R>> group(String key, AsOf moment) {
        return store.group(key, moment);
    }

    /** What this partition adds to the rows of groups after one, in the order of their keys' UTF-8 bytes. */
    public List<Group<R>> groups(@Nullable String after, int limit, AsOf moment) {
        return store.groups(after, limit, moment);
    }
}
