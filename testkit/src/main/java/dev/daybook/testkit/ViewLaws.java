package dev.daybook.testkit;

import dev.daybook.core.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every view: the fold is deterministic, and a row comes back from its wire form as it was. */
public final class ViewLaws {
    private ViewLaws() {}

    /**
     * Folds the events of one aggregate into its row, checking the laws.
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

    private static <E, R> @Nullable R foldOnce(View<E, R> view, List<Recorded<E>> events) {
        @Nullable R row = null;
        for (var recorded : events) {
            row = view.fold().apply(row, recorded.event(), recorded.metadata());
        }
        return row;
    }
}
