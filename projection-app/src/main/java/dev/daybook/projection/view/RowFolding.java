package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Changes;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.parking.Folding;
import dev.daybook.projection.parking.Guard;
import dev.daybook.projection.parking.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into rows.
 *
 * <p>A crash may cut what one event writes at any point. The order of the writes makes this harmless: a row's index
 * entries come before the row, and those it no longer needs go after it. A row that is there is found by its
 * values therefore, and an index entry may be left over, which is why who finds a row by the index looks at the row as well.
 */
final class RowFolding<E, R> implements Folding<E> {
    private static final byte[] NOTHING = {};

    private final RowView<E, R> view;
    private final RowCodec<R> codec;
    private final ViewStore<R> store;
    private final Guard guard;

    RowFolding(RowView<E, R> view, RowCodec<R> codec, ViewStore<R> store) {
        this.view = view;
        this.codec = codec;
        this.store = store;
        this.guard = new Guard(view.name());
    }

    @Override
    public Optional<Changes> finish(LoggedEvent event, Turn turn) {
        var row = store.find(event.headers().subject());
        return row != null && row.position() >= event.headers().position()
                ? Optional.of(again(event, row))
                : Optional.empty();
    }

    @Override
    public Changes fold(LoggedEvent event, E payload, Turn turn) {
        var headers = event.headers();
        var before = store.find(headers.subject());
        if (before != null && before.position() >= headers.position()) {
            return again(event, before);
        }
        var changes = new Changes();
        @Nullable R row = before == null ? null : before.row();
        @Nullable R next = guard.call("fold", () -> view.fold().apply(row, payload, headers.metadata()));
        if (before != null || next != null) {
            replace(headers.subject(), row, new RowEntry<>(headers.position(), headers.sequence(), next), changes);
        }
        return changes;
    }

    /** A row that the event has made is written once more: it may have come to the disk here and not to the changelog. */
    private Changes again(LoggedEvent event, RowEntry<R> row) {
        var changes = new Changes();
        if (row.position() == event.headers().position()) {
            var id = event.headers().subject();
            guard.call("filters", () -> store.indexKeys(id, row.row())).forEach(key -> changes.put(key, NOTHING));
            changes.put(ViewKeys.key(ViewKeys.rows(), id), codec.encode(row));
        }
        return changes;
    }

    private void replace(String aggregateId, @Nullable R before, RowEntry<R> after, Changes changes) {
        var encoded = guard.call("row", () -> codec.encode(after));
        var stale = guard.call("filters", () -> store.indexKeys(aggregateId, before));
        for (var key : guard.call("filters", () -> store.indexKeys(aggregateId, after.row()))) {
            if (!stale.remove(key)) {
                changes.put(key, NOTHING);
            }
        }
        changes.put(ViewKeys.key(ViewKeys.rows(), aggregateId), encoded);
        stale.forEach(changes::delete);
        changes.countEntries(shown(after.row()) - shown(before));
    }

    private long shown(@Nullable R row) {
        return guard.call(
                "condition for listing", () -> row != null && view.listed().test(row) ? 1L : 0L);
    }
}
