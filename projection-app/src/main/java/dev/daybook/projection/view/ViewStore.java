package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of a view as it is kept: its rows, and the index that its filters are answered from. */
final class ViewStore<R> {
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

    /** All rows that are shown. */
    RowEntries<R> entries(long position) {
        var rows = ViewKeys.rows();
        return new RowEntries<>(
                position, store.range(ViewKeys.after(rows, null), ViewKeys.end(rows)), codec, view.listed());
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

    /** The index entries that an aggregate's row needs. */
    Set<Bytes> indexKeys(String aggregateId, @Nullable R row) {
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
