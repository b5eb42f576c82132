package dev.daybook.testkit;

import dev.daybook.core.Rollup;
import dev.daybook.core.RowView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Given/when/then for a view with a row for each aggregate; {@link RollupSpec} is for rollups:
 *
 * <pre>{@code
 * ViewSpec.of(ORDER_SUMMARY)
 *         .id("10248")
 *         .given(new OrderCreated(…))
 *         .when(new ItemAdded(…))
 *         .thenRow(new OrderSummary(…))
 *         .thenFoundBy("customerId", "ALFKI");
 * }</pre>
 *
 * <p>Immutable. Every {@code then} checks the {@link ViewLaws} as well. A failure prints the history.
 */
public final class ViewSpec<E, R> {
    private final RowView<E, R> view;
    private final Sender sender;
    private final List<Recorded<E>> events;

    private ViewSpec(RowView<E, R> view, Sender sender, List<Recorded<E>> events) {
        this.view = view;
        this.sender = sender;
        this.events = events;
    }

    /** The specification of a view's row, before any event. */
    public static <E, R> ViewSpec<E, R> of(RowView<E, R> view) {
        return new ViewSpec<>(view, Sender.ANYONE, List.of());
    }

    /** The specification of a rollup's rows, before any event. */
    public static <E, R> RollupSpec<E, R> of(Rollup<E, R> rollup) {
        return new RollupSpec<>(rollup, Sender.ANYONE, List.of());
    }

    /** The aggregate has this id. */
    public ViewSpec<E, R> id(String aggregateId) {
        return new ViewSpec<>(view, sender.to(aggregateId), events);
    }

    /** What comes next happens at this time. */
    public ViewSpec<E, R> at(Instant time) {
        return new ViewSpec<>(view, sender.at(time), events);
    }

    /** What comes next was caused by this principal. */
    public ViewSpec<E, R> by(String principal) {
        return new ViewSpec<>(view, sender.by(principal), events);
    }

    /** These events happened, after those given before. */
    @SafeVarargs
    public final ViewSpec<E, R> given(E... more) {
        var recorded = new ArrayList<>(events);
        for (E event : more) {
            recorded.add(new Recorded<>(event, sender.send(view.aggregate(), recorded.size() + 1)));
        }
        return new ViewSpec<>(view, sender, List.copyOf(recorded));
    }

    /** This event happens. */
    public ViewSpec<E, R> when(E event) {
        return given(event);
    }

    /** The view shows this row. */
    public ViewSpec<E, R> thenRow(R expected) {
        law().requireEqual("The row differs", expected, shown());
        return this;
    }

    /** The view shows a row of which these assertions hold. */
    public ViewSpec<E, R> thenRow(Consumer<? super R> assertions) {
        assertions.accept(shown());
        return this;
    }

    /** The shown row is found by this value of a filter. */
    public ViewSpec<E, R> thenFoundBy(String field, String value) {
        var filter = view.filters().stream()
                .filter(f -> f.field().equals(field))
                .findFirst()
                .orElseThrow(() -> law().broken("View '" + view.name() + "' has no filter '" + field + "'.\n"));
        law().requireEqual(
                        "The row is not found by " + field,
                        value,
                        filter.value().apply(shown()));
        return this;
    }

    /** The view shows no row: there is none, or it is not listed yet. */
    public void thenNoRow() {
        var row = row();
        if (row != null && view.listed().test(row)) {
            throw law().broken("Expected no row, but the view shows " + row + ".\n");
        }
    }

    private R shown() {
        var row = row();
        if (row == null) {
            throw law().broken("Expected a row, but there is none.\n");
        }
        law().require(
                        "Expected a row that is listed, but this one is not: " + row,
                        view.listed().test(row));
        return row;
    }

    private @Nullable R row() {
        return ViewLaws.fold(view, events);
    }

    private Law law() {
        return new Law(Transcript.given(events));
    }
}
