package dev.daybook.core;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * A view with one row for each group of aggregates, as it is and as it was at any time. Each aggregate contributes one row at
 * most, a fold of its events; the row of a group is the sum of what its aggregates contribute. When an aggregate's
 * contribution changes, the old one leaves its group and the new one comes to its own.
 *
 * <p>Three laws make the sums independent of the order in which contributions come and go, and
 * {@code dev.daybook.testkit.ViewLaws} checks them: {@code plus} is commutative and associative; {@code minus} takes away what
 * {@code plus} added; and both leave the key alone.
 *
 * @param fold what an aggregate contributes; null for nothing
 * @param key the group that a contribution belongs to; a sum has the key of what is in it
 * @param plus two contributions to one group, or sums of such, added up
 * @param minus a sum without another that is in it
 */
public record Rollup<E, R>(
        String name,
        int version,
        String aggregate,
        Class<E> events,
        Class<R> rows,
        Fold<E, R> fold,
        Function<R, String> key,
        BinaryOperator<R> plus,
        BinaryOperator<R> minus)
        implements View<E, R> {

    public Rollup {
        Names.requireView(name, version);
    }
}
