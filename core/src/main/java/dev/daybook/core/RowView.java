package dev.daybook.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        return with(new Filter<>(field, List.of(), value));
    }

    /** The same view, with one more filter, whose values are those of an enum. */
    public <V extends Enum<V>> RowView<E, R> filteredBy(String field, Class<V> values, Function<R, @Nullable V> value) {
        var names = Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        return with(new Filter<>(field, names, row -> {
            var found = value.apply(row);
            return found == null ? null : found.name();
        }));
    }

    /** The same view, with one more filter, whose values are {@code true} and {@code false}. */
    public RowView<E, R> filteredByFlag(String field, Predicate<R> value) {
        return with(new Filter<>(field, List.of("true", "false"), row -> Boolean.toString(value.test(row))));
    }

    private RowView<E, R> with(Filter<R> filter) {
        var more = new ArrayList<>(filters);
        more.add(filter);
        return new RowView<>(name, version, aggregate, events, rows, fold, listed, more);
    }

    /**
     * A field that rows can be asked by, for equality.
     *
     * @param field the name of the query parameter
     * @param values all that rows can have, whose case does not matter to who asks; empty if that is not known
     * @param value the row's value of it, or null if the row has none
     */
    public record Filter<R>(String field, List<String> values, Function<R, @Nullable String> value) {
        public Filter {
            values = List.copyOf(values);
        }

        /** What rows have that are asked for; empty if no row can have it. */
        public Optional<String> wanted(String asked) {
            return values.isEmpty()
                    ? Optional.of(asked)
                    : values.stream().filter(asked::equalsIgnoreCase).findFirst();
        }
    }
}
