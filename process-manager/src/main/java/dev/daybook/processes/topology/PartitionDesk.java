package dev.daybook.processes.topology;

import dev.daybook.platform.message.MalformedHeaderException;
import dev.daybook.platform.schema.UnknownMessageException;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.process.ProcessInstance;
import dev.daybook.processes.inbox.InboxReader;
import dev.daybook.processes.inbox.Raw;
import dev.daybook.processes.instance.InstanceHandler;
import dev.daybook.processes.instance.Letter;
import dev.daybook.processes.instance.Turned;
import dev.daybook.processes.store.DueTimer;
import dev.daybook.processes.store.InstanceStore;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.intake.Addressing;
import dev.daybook.streams.message.Received;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work on one partition: it reads a message, tells it to its instance, and writes what follows, all in one transaction. */
record PartitionDesk<I, S>(
        InboxReader<I> reader,
        Addressing addressing,
        InstanceHandler<I, S> handler,
        InstanceStore store,
        Outlet outlet,
        Timers timers,
        Rhythm rhythm) {

    /** Takes the next message of the partition. */
    void take(Received received) {
        var address = addressing.read(received.key(), received.place().partition());
        if (address.failure() == null) {
            read(received).ifPresent(letter -> take(received, address.id(), letter));
        } else {
            outlet.park(received, address.failure());
        }
        rhythm.taken(received.place());
    }

    private void take(Received received, String instanceId, Letter<I> letter) {
        if (letter instanceof Letter.Unheard<I> unheard) {
            outlet.tally().passedOver(unheard.trigger().aggregate());
        }
        var before = store.find(instanceId);
        handler.handle(instanceId, before, letter, store).ifPresent(turned -> {
            try {
                write(instanceId, before, turned, outlet.sealIfItFits(turned), received.time());
            } catch (TooLargeException e) {
                handler.tooLarge(instanceId, before, letter, e.reason())
                        .ifPresent(failed -> write(instanceId, before, failed, outlet.seal(failed), received.time()));
            }
        });
    }

    /** Sends the command of a timer that is due. That makes the instance no larger. */
    void fire(DueTimer timer, Instant now) {
        var before = store.find(timer.instanceId());
        if (before != null) {
            handler.fire(timer.instanceId(), before, timer.name())
                    .ifPresent(turned -> write(timer.instanceId(), before, turned, outlet.seal(turned), now));
        }
    }

    /** Ends the work: the task goes elsewhere. */
    void close() {
        rhythm.close();
    }

    private Optional<Letter<I>> read(Received received) {
        try {
            return Optional.of(reader.read(Raw.of(received)));
        } catch (UnknownMessageException e) {
            throw e;
        } catch (MalformedHeaderException | UnreadableMessageException e) {
            outlet.park(received, new Failure(Failure.UNREADABLE, Objects.requireNonNull(e.getMessage()), e));
            return Optional.empty();
        }
    }

    private void write(
            String instanceId, @Nullable ProcessInstance before, Turned turned, Outlet.Sealed sealed, Instant time) {
        store.keep(instanceId, before == null ? List.of() : before.timers(), turned.after(), sealed.instance());
        store.hold(instanceId, before, turned);
        outlet.send(instanceId, sealed, store::nextPosition, time);
        timers.set(turned.after().timers());
    }
}
