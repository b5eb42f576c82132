package dev.daybook.core;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named, versioned, pure function from the events of one type of aggregate to rows: a {@link RowView} has a row for each
 * aggregate, a {@link Rollup} a row for each group of aggregates.
 */
public sealed interface View<E, R> permits RowView, Rollup {

    /** The name in URLs, in kebab case, such as {@code order-summary}. */
    String name();

    /** Counts up whenever the functions or the rows change, so that the view is built anew beside the old one. */
    int version();

    /** The type of aggregate whose events it folds. */
    String aggregate();

    /** The sealed interface of those events. */
    Class<E> events();

    /** The record of its rows. */
    Class<R> rows();

    /** What folds an aggregate's events. */
    Fold<E, R> fold();

    /** A view with a row for each aggregate, which shows all its rows and has no filters. */
    static <E, R> RowView<E, R> of(
            String name, int version, Aggregate<?, E, ?> aggregate, Class<R> rows, Fold<E, R> fold) {
        return new RowView<>(name, version, aggregate.type(), aggregate.events(), rows, fold, row -> true, List.of());
    }

    /**
     * A view with a row for each group of aggregates.
     *
     * @param fold what an aggregate contributes
     * @param key the group that a contribution belongs to
     * @param plus two contributions to one group, added up
     * @param minus a sum without a contribution that is in it
     */
    static <E, R> Rollup<E, R> rollup(
            String name,
            int version,
            Aggregate<?, E, ?> aggregate,
            Class<R> rows,
            Fold<E, R> fold,
            Function<R, String> key,
            BinaryOperator<R> plus,
            BinaryOperator<R> minus) {
        return new Rollup<>(name, version, aggregate.type(), aggregate.events(), rows, fold, key, plus, minus);
    }

    /** A pure function from a row and the next event to the next row. */
    @FunctionalInterface
    interface Fold<E, R> {
        /**
         * Folds an event into its row.
         *
         * @param row the row so far, or null if there is none
         * @return the row after the event, or null for none
         */
        @Nullable
        R apply(@Nullable R row, E event, Metadata metadata);
    }
}
