package dev.daybook.testkit.determinism;

import dev.daybook.core.Action;
import dev.daybook.core.Aggregate;
import dev.daybook.core.Metadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one instance of a business process is told, in this order: events, and the answers to its commands. Immutable. */
public final class Inbox {
    private final String instanceId;
    private final List<Tiding> tidings;
    private final Instant time;

    private Inbox(String instanceId, List<Tiding> tidings, Instant time) {
        this.instanceId = instanceId;
        this.tidings = tidings;
        this.time = time;
    }

    /** An empty inbox of the instance with this id. */
    public static Inbox of(String instanceId) {
        return new Inbox(instanceId, List.of(), Life.BEGINNING);
    }

    static Inbox of(String instanceId, List<Tiding> tidings) {
        return new Inbox(instanceId, List.copyOf(tidings), Life.BEGINNING);
    }

    /**
     * Then these events happen to an aggregate, whether they are the process's business or not. Of what they say to another instance
     * this one hears nothing.
     */
    @SafeVarargs
    public final <E> Inbox happened(Aggregate<?, E, ?> aggregate, String aggregateId, E... events) {
        var next = this;
        for (E event : events) {
            next = next.with(new Tiding.Happened(event, next.metadata(aggregate.type(), aggregateId)));
        }
        return next;
    }

    /** Then a command of the instance is accepted. */
    public Inbox accepted(Action.Send command) {
        return with(new Tiding.Accepted(command, metadata(command.aggregate(), command.aggregateId())));
    }

    /** Then a command of the instance is refused with this code. */
    public Inbox refused(Action.Send command, String code) {
        return with(new Tiding.Refused(command, code, metadata(command.aggregate(), command.aggregateId())));
    }

    private Inbox with(Tiding tiding) {
        var more = new ArrayList<>(tidings);
        more.add(tiding);
        return new Inbox(instanceId, List.copyOf(more), time.plus(Life.PAUSES.get(more.size() % Life.PAUSES.size())));
    }

    private Metadata metadata(String aggregate, String aggregateId) {
        var commandId = instanceId + "-command-" + (tidings.size() + 1);
        var principal = tidings.size() % 2 == 0 ? "ann" : null;
        return new Metadata(aggregate, aggregateId, tidings.size() + 1, time, commandId, commandId, principal);
    }

    String instanceId() {
        return instanceId;
    }

    List<Tiding> tidings() {
        return tidings;
    }
}
