package dev.daybook.testkit;

import dev.daybook.core.Rollup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Given/when/then for a rollup:
 *
 * <pre>{@code
 * ViewSpec.of(ORDER_STATUS)
 *         .id("10248")
 *         .given(new OrderCreated(…))
 *         .id("10249")
 *         .given(new OrderCreated(…), new ItemAdded(…))
 *         .when(new OrderConfirmed(…))
 *         .thenRows(Map.of("CREATED", new StatusCount(…), "CONFIRMED", new StatusCount(…)));
 * }</pre>
 *
 * <p>Immutable. Every {@code then} checks the {@link ViewLaws} as well. A failure prints the history.
 */
public final class RollupSpec<E, R> {
    private final Rollup<E, R> rollup;
    private final Sender sender;
    private final List<Recorded<E>> events;

    RollupSpec(Rollup<E, R> rollup, Sender sender, List<Recorded<E>> events) {
        this.rollup = rollup;
        this.sender = sender;
        this.events = events;
    }

    /** What comes next happens to the aggregate with this id. */
    public RollupSpec<E, R> id(String aggregateId) {
        return new RollupSpec<>(rollup, sender.to(aggregateId), events);
    }

    /** What comes next happens at this time. */
    public RollupSpec<E, R> at(Instant time) {
        return new RollupSpec<>(rollup, sender.at(time), events);
    }

    /** What comes next was caused by this principal. */
    public RollupSpec<E, R> by(String principal) {
        return new RollupSpec<>(rollup, sender.by(principal), events);
    }

    /** These events happened, after those given before. */
    @SafeVarargs
    public final RollupSpec<E, R> given(E... more) {
        var recorded = new ArrayList<>(events);
        var version = events.stream()
                .filter(event -> event.metadata().aggregateId().equals(sender.aggregateId()))
                .count();
        for (E event : more) {
            recorded.add(new Recorded<>(event, sender.send(rollup.aggregate(), ++version)));
        }
        return new RollupSpec<>(rollup, sender, List.copyOf(recorded));
    }

    /** This event happens. */
    public RollupSpec<E, R> when(E event) {
        return given(event);
    }

    /** These are the groups that something contributes to, and their rows. */
    public RollupSpec<E, R> thenRows(Map<String, R> expected) {
        new Law(Transcript.given(events))
                .requireEqual("The rows differ", expected, Map.copyOf(ViewLaws.totals(rollup, events)));
        return this;
    }
}
