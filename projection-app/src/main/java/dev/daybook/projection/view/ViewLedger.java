package dev.daybook.projection.view;

import dev.daybook.core.RowView;
import dev.daybook.projection.ledger.Anomalies;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.Ledger;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.ledger.Progress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of a view: it folds events into rows, and finds the rows again. */
public final class ViewLedger<E, R> implements Ledger {
    private final RowView<E, R> view;
    private final EventReader<E> events;
    private final Anomalies anomalies;
    private final ViewStore<R> store;
    private Progress progress;

    private ViewLedger(RowView<E, R> view, EventReader<E> events, Anomalies anomalies, ViewStore<R> store) {
        this.view = view;
        this.events = events;
        this.anomalies = anomalies;
        this.store = store;
        this.progress = store.progress();
    }

    /** The partition that a store holds. */
    public static <E, R> ViewLedger<E, R> open(HostedView<E, R> hosted, KeyValueStore<Bytes, byte[]> store) {
        return new ViewLedger<>(
                hosted.view(),
                hosted.events(),
                hosted.anomalies(),
                new ViewStore<>(hosted.view(), hosted.codec(), store));
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void post(LoggedEvent event) {
        var payload = events.read(event);
        if (payload.isEmpty()) {
            anomalies.unknownType(event);
        }
        var moreRows = payload.isEmpty() ? 0 : fold(event, payload.get());
        progress = progress.after(event, moreRows);
        store.advance(progress);
    }

    private int fold(LoggedEvent event, E payload) {
        var headers = event.headers();
        var before = store.find(headers.subject());
        if (before != null && before.position() >= headers.position()) {
            return 0;
        }
        @Nullable R row = before == null ? null : before.row();
        @Nullable R next = apply(row, event, payload);
        if (before == null && next == null) {
            return 0;
        }
        return store.replace(headers.subject(), row, new RowEntry<>(headers.position(), headers.sequence(), next));
    }

    private @Nullable R apply(@Nullable R row, LoggedEvent event, E payload) {
        try {
            return view.fold().apply(row, payload, event.headers().metadata());
        } catch (RuntimeException | StackOverflowError e) {
            throw new FoldFailedException(view.name(), event.headers(), e);
        }
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
