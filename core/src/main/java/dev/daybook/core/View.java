package dev.daybook.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A named, versioned, pure fold from the events of one type of aggregate to rows, one row per aggregate, with the
 * filters that it can be asked by.
 *
 * @param name the name in URLs, in kebab case, such as {@code order-summary}
 * @param version counts up whenever the fold or the rows change, so that the view is built anew beside the old one
 * @param aggregate the type of aggregate whose events it folds
 * @param events the sealed interface of those events
 * @param rows the record of its rows
 * @param fold the fold
 * @param listed which rows the view shows: a row may have to gather what it needs before it belongs there
 * @param filters what its rows can be asked by
 */
public record View<E, R>(
        String name,
        int version,
        String aggregate,
        Class<E> events,
        Class<R> rows,
        Fold<E, R> fold,
        Predicate<R> listed,
        List<Filter<R>> filters) {

    public View {
        Names.requireKebabCase("view name", name);
        filters = List.copyOf(filters);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "The version of view '" + name + "' must be 1 or more, but is " + version);
        }
    }

    /** A view that shows all its rows and has no filters. */
    public static <E, R> View<E, R> of(
            String name, int version, Aggregate<?, E, ?> aggregate, Class<R> rows, Fold<E, R> fold) {
        return new View<>(name, version, aggregate.type(), aggregate.events(), rows, fold, row -> true, List.of());
    }

    /** The same view, showing only the rows for which {@code condition} holds. */
    public View<E, R> listing(Predicate<R> condition) {
        return new View<>(name, version, aggregate, events, rows, fold, condition, filters);
    }

    /** The same view, with one more filter. */
    public View<E, R> filteredBy(String field, Function<R, @Nullable String> value) {
        var more = new ArrayList<>(filters);
        more.add(new Filter<>(field, value));
        return new View<>(name, version, aggregate, events, rows, fold, listed, more);
    }

    /** A pure function from a row and the next event to the next row. */
    @FunctionalInterface
    public interface Fold<E, R> {
        /**
         * Folds an event into its row.
         *
         * @param row the row so far, or null if there is none
         * @return the row after the event, or null for none
         */
        @Nullable
        R apply(@Nullable R row, E event, Metadata metadata);
    }

    /**
     * A field that rows can be asked by, for equality.
     *
     * @param field the name of the query parameter
     * @param value the row's value of it, or null if the row has none
     */
    public record Filter<R>(String field, Function<R, @Nullable String> value) {}
}
