package dev.daybook.projection.rollup;

import dev.daybook.core.Rollup;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What has come to a group and what has left it, each added up on its own: then a contribution that is counted late, because
 * its event was parked, changes no sum that was made after it.
 *
 * @param in the sum of what has come; null: nothing yet
 * @param out the sum of what has left again; null: nothing yet
 */
record Sums<R>(@Nullable R in, @Nullable R out) {

    static <R> Sums<R> none() {
        return new Sums<>(null, null);
    }

    Sums<R> came(R contribution, Rollup<?, R> rollup) {
        return new Sums<>(sum(in, contribution, rollup.plus()), out);
    }

    Sums<R> left(R contribution, Rollup<?, R> rollup) {
        return new Sums<>(in, sum(out, contribution, rollup.plus()));
    }

    /** Both of them together. */
    Sums<R> and(Sums<R> other, Rollup<?, R> rollup) {
        return new Sums<>(sum(in, other.in, rollup.plus()), sum(out, other.out, rollup.plus()));
    }

    /** What is in the group; empty if nothing has ever come. */
    Optional<R> total(Rollup<?, R> rollup) {
        return Optional.ofNullable(in)
                .map(came -> out == null ? came : rollup.minus().apply(came, out));
    }

    private static <R> @Nullable R sum(@Nullable R one, @Nullable R other, BinaryOperator<R> plus) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return plus.apply(one, other);
    }
}
