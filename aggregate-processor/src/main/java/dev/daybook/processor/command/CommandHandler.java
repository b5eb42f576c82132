package dev.daybook.processor.command;

import dev.daybook.core.Aggregate;
import dev.daybook.core.Decision;
import dev.daybook.core.Metadata;
import dev.daybook.outcome.CommandAccepted;
import dev.daybook.outcome.CommandFailed;
import dev.daybook.outcome.CommandIdReused;
import dev.daybook.outcome.CommandRejected;
import dev.daybook.outcome.EventRef;
import dev.daybook.outcome.Outcome;
import dev.daybook.outcome.OutcomeUnknown;
import dev.daybook.outcome.VersionConflict;
import dev.daybook.streams.StreamsAppException;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.wire.Encoded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The write path of one type of aggregate in one partition: dedupe, version check, decide, evolve.
 *
 * <p>It is a pure function of the command and of what the partition remembers, which in turn is a function of the log up
 * to that command. So an outcome is the same however often the log is replayed. That is why an exception of the
 * decider is an outcome too, and why an exception of the surroundings, a {@link StreamsAppException}, is none: it is
 * thrown on, nothing is written, and the command is handled anew when they are well again. What the memory throws is of
 * the latter kind, so it is only read outside of the block that catches the former.
 */
public final class CommandHandler<C, E, S> {
    private final Aggregate<C, E, S> aggregate;
    private final int partition;
    private final Rules rules;
    private final Encoding<E, S> encoding;

    public CommandHandler(Aggregate<C, E, S> aggregate, int partition, Rules rules, Encoding<E, S> encoding) {
        this.aggregate = aggregate;
        this.partition = partition;
        this.rules = rules;
        this.encoding = encoding;
    }

    /** Decides a command, unless it was decided before. */
    public Handled handle(Command<C> command, Memory<S> memory) {
        var watermark = memory.watermark().seen(command.time());
        var earlier = memory.outcome(command.aggregateId(), command.id());
        if (earlier != null && earlier.binds(rules.dedupeWindow(), watermark)) {
            return new Handled.Repeated(repeated(command, earlier), watermark);
        }
        var snapshot = memory.snapshot(command.aggregateId());
        var version = snapshot == null ? 0 : snapshot.version();
        var expected = command.expectedVersion();
        if (expected != null && expected != version) {
            return unchanged(
                    command,
                    watermark,
                    new VersionConflict(command.id(), aggregate.type(), command.aggregateId(), expected, version));
        }
        try {
            return decide(command, watermark, snapshot);
        } catch (StreamsAppException e) {
            throw e;
        } catch (TooLargeException e) {
            return failed(command, watermark, e.failure());
        } catch (RuntimeException | StackOverflowError e) {
            return failed(command, watermark, new Failure(Failure.DECIDER_FAILED, "The decider threw " + e, e));
        }
    }

    /** Parks a message for this partition that is no command. Its failure is kept for those who ask for it. */
    public Handled park(String aggregateId, String commandId, Instant time, Failure failure, Memory<S> memory) {
        var watermark = memory.watermark().seen(time);
        var earlier = memory.outcome(aggregateId, commandId);
        var decidedBefore = earlier != null && earlier.binds(rules.dedupeWindow(), watermark);
        var answer = failure(aggregateId, commandId, failure);
        return new Handled.Failed(
                answer, watermark, decidedBefore ? null : stored(time, Fingerprint.NONE, answer), failure);
    }

    /** Tells what became of a command. It stands behind the command in the log, so that none known is none there. */
    public Answer find(String aggregateId, String commandId, Instant time, Memory<S> memory) {
        var earlier = memory.outcome(aggregateId, commandId);
        if (earlier == null
                || StoredOutcome.expired(
                        earlier.time(), rules.dedupeWindow(), memory.watermark().seen(time))) {
            return fresh(new OutcomeUnknown(commandId, aggregate.type(), aggregateId));
        }
        return new Answer(earlier.outcome(), earlier.encoded(), true);
    }

    /** Tells that a message is parked which is not for this partition. Nothing of it is kept here. */
    public Answer failure(String aggregateId, String commandId, Failure failure) {
        return fresh(new CommandFailed(commandId, aggregate.type(), aggregateId, failure.code(), failure.message()));
    }

    private Answer repeated(Command<C> command, StoredOutcome earlier) {
        return earlier.fingerprint().equals(command.fingerprint())
                ? new Answer(earlier.outcome(), earlier.encoded(), true)
                : fresh(new CommandIdReused(command.id(), aggregate.type(), command.aggregateId()));
    }

    private Handled decide(Command<C> command, Watermark watermark, @Nullable Snapshot<S> snapshot) {
        var decider = aggregate.decider();
        var current = snapshot == null ? new Snapshot<>(decider.initial(), 0) : snapshot;
        var metadata = new Metadata(
                aggregate.type(),
                command.aggregateId(),
                current.version(),
                command.time(),
                command.id(),
                command.correlationId(),
                command.principal());
        return switch (decider.decide(command.payload(), current.state(), metadata)) {
            case Decision.Accepted<E>(var events) -> accepted(command, watermark, current, metadata, events);
            case Decision.Rejected<E>(var code, var message, var details) ->
                unchanged(
                        command,
                        watermark,
                        new CommandRejected(
                                command.id(),
                                aggregate.type(),
                                command.aggregateId(),
                                current.version(),
                                code,
                                message,
                                details));
        };
    }

    private Handled accepted(
            Command<C> command, Watermark before, Snapshot<S> current, Metadata metadata, List<E> events) {
        var appends = new ArrayList<Append>(events.size());
        var refs = new ArrayList<EventRef>(events.size());
        var state = current.state();
        var version = current.version();
        for (var event : events) {
            version++;
            state = aggregate.decider().evolve(state, event, metadata.withVersion(version));
            var encoded = fitting("event", encoding.event(event));
            var count = appends.size() + 1;
            var id = command.id() + ":" + count;
            appends.add(new Append(id, encoded, version, before.position() + count));
            refs.add(new EventRef(id, encoded.type(), version));
        }
        var after = before.plus(events.size());
        var answer = fresh(new CommandAccepted(
                command.id(), aggregate.type(), command.aggregateId(), version, partition, after.position(), refs));
        return new Handled.Decided(
                answer,
                after,
                stored(command.time(), command.fingerprint(), answer),
                appends,
                appends.isEmpty() ? null : new Snapshot<>(fitting("state", encoding.state(state)), version));
    }

    private Handled unchanged(Command<C> command, Watermark watermark, Outcome outcome) {
        var answer = fresh(outcome);
        return new Handled.Decided(
                answer, watermark, stored(command.time(), command.fingerprint(), answer), List.of(), null);
    }

    private Handled failed(Command<C> command, Watermark watermark, Failure failure) {
        var answer = failure(command.aggregateId(), command.id(), failure);
        return new Handled.Failed(answer, watermark, stored(command.time(), command.fingerprint(), answer), failure);
    }

    private Answer fresh(Outcome outcome) {
        return new Answer(outcome, fitting("outcome", encoding.outcome(outcome)), false);
    }

    private Encoded fitting(String what, Encoded encoded) {
        if (encoded.bytes().length > rules.largestPayload()) {
            throw new TooLargeException(what, encoded, rules.largestPayload());
        }
        return encoded;
    }

    private static StoredOutcome stored(Instant time, Fingerprint fingerprint, Answer answer) {
        return new StoredOutcome(time, fingerprint, answer.outcome(), answer.encoded());
    }
}
