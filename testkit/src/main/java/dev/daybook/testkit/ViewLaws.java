package dev.daybook.testkit;

import dev.daybook.core.Rollup;
import dev.daybook.core.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every view: the fold is deterministic, and a row comes back from its wire form as it was. For a rollup
 * also what {@link Rollup} asks of its sums.
 */
public final class ViewLaws {
    private ViewLaws() {}

    /**
     * Folds the events of one aggregate into its row, or into what it contributes, checking the laws.
     *
     * @return the row, or null if there is none
     * @throws AssertionError if a law is broken
     */
    public static <E, R> @Nullable R fold(View<E, R> view, List<Recorded<E>> events) {
        var law = new Law(Transcript.given(events));
        @Nullable R row = foldOnce(view, events);
        law.requireEqual("A second fold of the same events differs", row, foldOnce(view, events));
        if (row != null) {
            law.requireEqual("The row differs when read back", row, Wire.copy(view.rows(), row));
        }
        return row;
    }

    /**
     * Adds up what aggregates contribute, by group, checking the laws. Groups that all contributions have left are not
     * in the result.
     *
     * @param events the events of any number of aggregates
     * @throws AssertionError if a law is broken
     */
    public static <E, R> SortedMap<String, R> totals(Rollup<E, R> rollup, List<Recorded<E>> events) {
        var law = new Law(Transcript.given(events));
        var groups = new TreeMap<String, List<R>>();
        byAggregate(events).forEach(own -> {
            @Nullable R contribution = fold(rollup, own);
            if (contribution != null) {
                groups.computeIfAbsent(rollup.key().apply(contribution), _ -> new ArrayList<>())
                        .add(contribution);
            }
        });
        var totals = new TreeMap<String, R>();
        groups.forEach((key, contributions) -> totals.put(key, total(rollup, key, contributions, law)));
        return totals;
    }

    private static <E, R> R total(Rollup<E, R> rollup, String key, List<R> contributions, Law law) {
        var plus = rollup.plus();
        var forwards = contributions.stream().reduce(plus).orElseThrow();
        var backwards = contributions.reversed().stream()
                .reduce((sum, next) -> plus.apply(next, sum))
                .orElseThrow();
        law.requireEqual("The sum depends on the order of what is added", forwards, backwards);
        law.requireEqual("The sum is of another group", key, rollup.key().apply(forwards));
        law.requireEqual("The sum differs when read back", forwards, Wire.copy(rollup.rows(), forwards));
        for (R contribution : contributions) {
            R more = plus.apply(forwards, contribution);
            R again = rollup.minus().apply(more, contribution);
            law.requireEqual("What was added is not taken away again", forwards, again);
            R nothing = rollup.minus().apply(forwards, forwards);
            law.requireEqual(
                    "What is empty is of another group", key, rollup.key().apply(nothing));
            law.requireEqual("What is empty adds something", forwards, plus.apply(forwards, nothing));
        }
        return forwards;
    }

    private static <E> List<List<Recorded<E>>> byAggregate(List<Recorded<E>> events) {
        var histories = new LinkedHashMap<String, List<Recorded<E>>>();
        for (var event : events) {
            histories
                    .computeIfAbsent(event.metadata().aggregateId(), _ -> new ArrayList<>())
                    .add(event);
        }
        return List.copyOf(histories.values());
    }

    private static <E, R> @Nullable R foldOnce(View<E, R> view, List<Recorded<E>> events) {
        @Nullable R row = null;
        for (var recorded : events) {
            row = view.fold().apply(row, recorded.event(), recorded.metadata());
        }
        return row;
    }
}
