package dev.daybook.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A view with one row for each aggregate, under the aggregate's id, and with the filters that it can be asked by.
 *
 * @param fold the fold
 * @param listed which rows the view shows: a row may have to gather what it needs before it belongs there
 * @param filters what its rows can be asked by
 */
public record RowView<E, R>(
        String name,
        int version,
        String aggregate,
        Class<E> events,
        Class<R> rows,
        Fold<E, R> fold,
        Predicate<R> listed,
        List<Filter<R>> filters)
        implements View<E, R> {

    public RowView {
        Names.requireView(name, version);
        filters = List.copyOf(filters);
    }

    /** The same view, showing only the rows for which {@code condition} holds. */
    public RowView<E, R> listing(Predicate<R> condition) {
        return new RowView<>(name, version, aggregate, events, rows, fold, condition, filters);
    }

    /** The same view, with one more filter. */
    public RowView<E, R> filteredBy(String field, Function<R, @Nullable String> value) {
        var more = new ArrayList<>(filters);
        more.add(new Filter<>(field, value));
        return new RowView<>(name, version, aggregate, events, rows, fold, listed, more);
    }

    /**
     * A field that rows can be asked by, for equality.
     *
     * @param field the name of the query parameter
     * @param value the row's value of it, or null if the row has none
     */
    public record Filter<R>(String field, Function<R, @Nullable String> value) {}
}
