package dev.daybook.benchmarks.rebuild;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.core.RowView;
import dev.daybook.core.View;
import java.util.List;

/** A context with one aggregate and a version of one of its views that is built from the first event on. */
record Candidate(String name, List<Aggregate<?, ?, ?>> aggregates, List<View<?, ?>> views) implements BoundedContext {

    /** The version of a view of a context. */
    static Candidate of(BoundedContext context, String view, int version) {
        var found = context.views().stream()
                .filter(each -> each.name().equals(view))
                .findFirst()
                .orElseThrow();
        var aggregates = context.aggregates().stream()
                .filter(aggregate -> aggregate.type().equals(found.aggregate()))
                .toList();
        return new Candidate(context.name(), aggregates, List.of(anew(found, version)));
    }

    private static <E, R> View<E, R> anew(View<E, R> view, int version) {
        if (!(view instanceof RowView<E, R> rows)) {
            throw new IllegalArgumentException(
                    "Expected a view with a row for each aggregate, but found " + view.name());
        }
        return new RowView<>(
                rows.name(),
                version,
                rows.aggregate(),
                rows.events(),
                rows.rows(),
                rows.fold(),
                rows.listed(),
                rows.filters());
    }
}
