package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Progress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a view as it is kept: its rows, the index that its filters are answered from, and its progress.
 *
 * <p>A crash may cut what one event writes at any point. The order of the writes makes this harmless: a row's index
 * entries come before the row, and those it no longer needs go after it. A row that is there is found by its
 * values therefore, and an index entry may be left over, which is why who finds a row by the index looks at the row as well.
 * Progress comes last and never promises a row that is not there.
 */
final class ViewStore<R> {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_LOOK = 1_000;

    private final RowView<?, R> view;
    private final RowCodec<R> codec;
    private final KeyValueStore<Bytes, byte[]> store;

    ViewStore(RowView<?, R> view, RowCodec<R> codec, KeyValueStore<Bytes, byte[]> store) {
        this.view = view;
        this.codec = codec;
        this.store = store;
    }

    @Nullable
    RowEntry<R> find(String aggregateId) {
        var stored = store.get(ViewKeys.key(ViewKeys.rows(), aggregateId));
        return stored == null ? null : codec.decode(stored);
    }

    /** Replaces an aggregate's row; returns by how many rows the view shows more. */
    int replace(String aggregateId, @Nullable R before, RowEntry<R> after) {
        var encoded = codec.encode(after);
        var stale = indexKeys(aggregateId, before);
        for (var key : indexKeys(aggregateId, after.row())) {
            if (!stale.remove(key)) {
                store.put(key, NOTHING);
            }
        }
        store.put(ViewKeys.key(ViewKeys.rows(), aggregateId), encoded);
        stale.forEach(store::delete);
        return shown(after.row()) - shown(before);
    }

    Progress progress() {
        return Progress.read(store);
    }

    void advance(Progress progress) {
        progress.write(store);
    }

    /** The ids of aggregates under a prefix of keys, after one of them. */
    Ids ids(byte[] prefix, @Nullable String after) {
        return new Ids(prefix.length, store.range(ViewKeys.after(prefix, after), ViewKeys.end(prefix)));
    }

    /** Of several prefixes the one with the fewest keys, as far as a short look at all of them tells. */
    byte[] shortest(List<byte[]> prefixes, @Nullable String after) {
        var open = prefixes.stream().map(prefix -> ids(prefix, after)).toList();
        try {
            for (var step = 0; step < LONGEST_LOOK; step++) {
                for (var i = 0; i < open.size(); i++) {
                    if (!open.get(i).hasNext()) {
                        return prefixes.get(i);
                    }
                    open.get(i).next();
                }
            }
            return prefixes.getFirst();
        } finally {
            open.forEach(Ids::close);
        }
    }

    private int shown(@Nullable R row) {
        return row != null && view.listed().test(row) ? 1 : 0;
    }

    private Set<Bytes> indexKeys(String aggregateId, @Nullable R row) {
        var keys = new HashSet<Bytes>();
        if (row != null && view.listed().test(row)) {
            for (var filter : view.filters()) {
                var value = filter.value().apply(row);
                if (value != null) {
                    keys.add(ViewKeys.key(ViewKeys.index(filter.field(), value), aggregateId));
                }
            }
        }
        return keys;
    }
}
