package dev.daybook.testkit;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of one aggregate so far: its recorded events and the state that they add up to. Immutable. It is what the
 * write side does with a log, without the log.
 */
public final class History<C, E, S> {
    private final Aggregate<C, E, S> aggregate;
    private final Sender sender;
    private final List<Recorded<E>> events;
    private final S state;

    private History(Aggregate<C, E, S> aggregate, Sender sender, List<Recorded<E>> events, S state) {
        this.aggregate = aggregate;
        this.sender = sender;
        this.events = events;
        this.state = state;
    }

    /** The history of an aggregate that does not exist yet. */
    public static <C, E, S> History<C, E, S> of(Aggregate<C, E, S> aggregate) {
        return new History<>(
                aggregate, Sender.ANYONE, List.of(), aggregate.decider().initial());
    }

    /** The same, of the aggregate with this id. */
    public History<C, E, S> id(String aggregateId) {
        return sentBy(sender.to(aggregateId));
    }

    /** The same, with what comes next happening at this time. */
    public History<C, E, S> at(Instant time) {
        return sentBy(sender.at(time));
    }

    /** The same, with what comes next being sent on behalf of this principal. */
    public History<C, E, S> by(String principal) {
        return sentBy(sender.by(principal));
    }

    private History<C, E, S> sentBy(Sender sender) {
        return new History<>(aggregate, sender, events, state);
    }

    /** The decision on a command, now. */
    public Decision<E> decide(C command) {
        return aggregate.decider().decide(command, state, now());
    }

    /** The history with the events that follow from a command, which are none if it is refused. */
    public History<C, E, S> handle(C command) {
        return append(decide(command).events());
    }

    /** The history with these events, which one command caused. */
    public History<C, E, S> append(List<? extends E> more) {
        var now = now();
        var recorded = new ArrayList<>(events);
        S next = state;
        for (E event : more) {
            var metadata = now.withVersion(recorded.size() + 1);
            recorded.add(new Recorded<>(event, metadata));
            next = aggregate.decider().evolve(next, event, metadata);
        }
        return new History<>(aggregate, sender, List.copyOf(recorded), next);
    }

    /** The state, folded anew from the first event. */
    public S replay() {
        S folded = aggregate.decider().initial();
        for (var recorded : events) {
            folded = aggregate.decider().evolve(folded, recorded.event(), recorded.metadata());
        }
        return folded;
    }

    /** The type of aggregate. */
    public Aggregate<C, E, S> aggregate() {
        return aggregate;
    }

    /** All events so far. */
    public List<Recorded<E>> events() {
        return events;
    }

    /** The events that this history has beyond an earlier one. */
    List<E> since(History<C, E, S> earlier) {
        return events.subList(earlier.events.size(), events.size()).stream()
                .map(Recorded::event)
                .toList();
    }

    /** The state, as it was carried along from event to event. */
    public S state() {
        return state;
    }

    /** The aggregate's version: the number of its events. */
    public long version() {
        return events.size();
    }

    private Metadata now() {
        return sender.send(aggregate.type(), version());
    }
}
