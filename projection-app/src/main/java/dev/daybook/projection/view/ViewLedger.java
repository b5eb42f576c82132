package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Batch;
import dev.daybook.projection.ledger.Entries;
import dev.daybook.projection.parking.FoldedLedger;
import dev.daybook.projection.parking.FoldingLedger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of a view with a row for each aggregate: it folds events into rows, and finds the rows again. */
public final class ViewLedger<E, R> extends FoldedLedger {
    private final RowView<E, R> view;
    private final ViewStore<R> store;
    private final Batch batch;

    private ViewLedger(RowView<E, R> view, ViewStore<R> store, Batch batch, FoldingLedger<E> folding) {
        super(folding);
        this.view = view;
        this.store = store;
        this.batch = batch;
    }

    /** The partition that a store holds. */
    public static <E, R> ViewLedger<E, R> open(HostedView<E, R> hosted, KeyValueStore<Bytes, byte[]> store) {
        var view = hosted.view();
        var batch = new Batch(store);
        var folding = new RowFolding<>(view, hosted.codec(), new ViewStore<>(view, hosted.codec(), batch));
        return new ViewLedger<>(
                view,
                new ViewStore<>(view, hosted.codec(), store),
                batch,
                new FoldingLedger<>(hosted.events(), hosted.anomalies(), folding, batch, batch::write, store));
    }

    @Override
    public void write() {
        batch.write();
    }

    /** The row of an aggregate, if the view shows it. */
    public Optional<Row<R>> find(String aggregateId) {
        return sight(aggregateId).flatMap(Sight::row);
    }

    /** What the view shows of an aggregate; empty if nothing ever happened to it. */
    public Optional<Sight<R>> sight(String aggregateId) {
        var entry = store.find(aggregateId);
        return entry == null ? Optional.empty() : Optional.of(new Sight<>(entry.version(), shown(aggregateId, entry)));
    }

    private Optional<Row<R>> shown(String aggregateId, RowEntry<R> entry) {
        return entry.row() == null || !view.listed().test(entry.row())
                ? Optional.empty()
                : Optional.of(new Row<>(aggregateId, entry.version(), entry.row()));
    }

    @Override
    public Entries entries() {
        return store.entries(progress().position());
    }

    /** The ids of aggregates whose rows may meet the filters, after an id. */
    Ids candidates(Map<String, String> filters, @Nullable String after) {
        var indexes = view.filters().stream()
                .filter(filter -> filters.containsKey(filter.field()))
                .map(filter -> ViewKeys.index(filter.field(), Objects.requireNonNull(filters.get(filter.field()))))
                .toList();
        return store.ids(
                switch (indexes.size()) {
                    case 0 -> ViewKeys.rows();
                    case 1 -> indexes.getFirst();
                    default -> store.shortest(indexes, after);
                },
                after);
    }

    /** Whether a row meets the filters. */
    boolean meets(Map<String, String> filters, R row) {
        return view.filters().stream().allMatch(filter -> {
            var wanted = filters.get(filter.field());
            return wanted == null || wanted.equals(filter.value().apply(row));
        });
    }
}
