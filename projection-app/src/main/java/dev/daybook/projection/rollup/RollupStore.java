package dev.daybook.projection.rollup;

import dev.daybook.core.Rollup;
import dev.daybook.projection.view.RowCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a rollup as it is kept: the names of its groups, the past of their sums, and what each aggregate contributes.
 *
 * <p>What is kept of the past is never written again. Of a group it has an entry for each event that changed it, in the
 * order of events, which is also that of the partition's clock. So a reader that keeps to one position finds all groups as
 * they were right after that event, whatever is written meanwhile, and one that keeps to a time besides finds them as they were then.
 *
 * <p>An event that was parked is counted late: the past holds sums that were made after it without it. It is kept beside them,
 * in one entry, and added to the sums of its time and later when they are read.
 */
final class RollupStore<R> {
    private final Rollup<?, R> rollup;
    private final PairCodec<R> pairs;
    private final ContributionCodec<R> contributions;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    RollupStore(Rollup<?, R> rollup, RowCodec<R> codec, ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.rollup = rollup;
        this.pairs = new PairCodec<>(codec);
        this.contributions = new ContributionCodec<>(pairs);
        this.store = store;
    }

    /** What an aggregate contributes. */
    @Nullable
    Contribution<R> contribution(String aggregateId) {
        var stored = store.get(RollupKeys.aggregate(aggregateId));
        return stored == null ? null : contributions.decode(stored);
    }

    boolean hasGroup(String group) {
        return store.get(RollupKeys.group(group)) != null;
    }

    /** The sums of a group, without what is counted late. */
    Sums<R> sums(String group, AsOf moment) {
        try (var backwards = store.reverseRange(
                RollupKeys.pastBegin(group), RollupKeys.past(group, moment.time(), Long.MAX_VALUE))) {
            while (backwards.hasNext()) {
                var entry = backwards.next();
                if (RollupKeys.position(entry.key) <= moment.position()) {
                    var sums = pairs.decode(entry.value);
                    return new Sums<>(sums.first(), sums.second());
                }
            }
            return Sums.none();
        }
    }

    /** The row of a group. */
    Optional<Group<R>> group(String key, AsOf moment) {
        return total(key, late(moment.time()).getOrDefault(key, Sums.none()), moment);
    }

    /** The rows of groups after one, in the order of their keys' UTF-8 bytes. */
    List<Group<R>> groups(@Nullable String after, int limit, AsOf moment) {
        var late = late(moment.time());
        var found = new ArrayList<Group<R>>();
        try (var keys = store.range(RollupKeys.groupsAfter(after), RollupKeys.groupsEnd())) {
            while (keys.hasNext() && found.size() < limit) {
                var key = keys.next().key;
                if (key.compareTo(RollupKeys.groupsEnd()) < 0) {
                    var group = RollupKeys.group(key);
                    total(group, late.getOrDefault(group, Sums.none()), moment).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Group<R>> total(String group, Sums<R> late, AsOf moment) {
        return sums(group, moment).and(late, rollup).total(rollup).map(row -> new Group<>(group, row));
    }

    /** What was counted late and happened up to a time, by group. */
    private Map<String, Sums<R>> late(Instant time) {
        var late = new HashMap<String, Sums<R>>();
        try (var entries = store.range(RollupKeys.lateBegin(), RollupKeys.late(time, Long.MAX_VALUE))) {
            while (entries.hasNext()) {
                var moved = pairs.decode(entries.next().value);
                if (moved.first() != null) {
                    R left = moved.first();
                    late.compute(key(left), (_, sums) -> orNone(sums).left(left, rollup));
                }
                if (moved.second() != null) {
                    R came = moved.second();
                    late.compute(key(came), (_, sums) -> orNone(sums).came(came, rollup));
                }
            }
        }
        return late;
    }

    private String key(R contribution) {
        return rollup.key().apply(contribution);
    }

    private Sums<R> orNone(@Nullable Sums<R> sums) {
        return sums == null ? Sums.none() : sums;
    }
}
