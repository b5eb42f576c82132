package dev.daybook.processes.topology;

import dev.daybook.process.OpenCommand;
import dev.daybook.process.ProcessEvent;
import dev.daybook.process.ProcessInstance;
import dev.daybook.processes.instance.Turned;
import dev.daybook.processes.outlet.HistoryWriter;
import dev.daybook.processes.outlet.OutboxWriter;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.message.Received;
import dev.daybook.streams.wire.Encoded;
import dev.daybook.streams.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The ways out of a task.
 *
 * @param largest the most bytes of a payload
 */
record Outlet(
        ProcessorContext<byte[], Outgoing> task,
        Wire<ProcessInstance> instances,
        Wire<ProcessEvent> events,
        HistoryWriter history,
        OutboxWriter outbox,
        DeadLetterWriter deadLetters,
        Tally tally,
        int largest) {

    /** What follows from a message, in its wire formats. */
    record Sealed(Encoded instance, List<Event> events, List<OpenCommand> commands) {
        record Event(Turned.Entry entry, Encoded encoded) {}
    }

    /**
     * Encodes what follows from a message.
     *
     * @throws TooLargeException if any of it does not fit into a message
     */
    Sealed sealIfItFits(Turned turned) {
        var sealed = seal(turned);
        requireRoom(sealed.instance());
        sealed.events().forEach(event -> requireRoom(event.encoded()));
        return sealed;
    }

    /** Encodes what follows from a message, and is known to fit. */
    Sealed seal(Turned turned) {
        return new Sealed(
                instances.encode(turned.after()),
                turned.history().stream()
                        .map(entry -> new Sealed.Event(entry, events.encode(entry.event())))
                        .toList(),
                turned.outbox());
    }

    /** Sends what is encoded. */
    void send(String instanceId, Sealed sealed, LongSupplier position, Instant time) {
        for (var event : sealed.events()) {
            var entry = event.entry();
            task.forward(
                    history.message(
                            instanceId, entry.version(), position.getAsLong(), entry.trail(), time, event.encoded()),
                    ProcessTopology.HISTORY);
            tally.happened(entry.event());
        }
        for (var command : sealed.commands()) {
            task.forward(outbox.message(instanceId, command, time), ProcessTopology.OUTBOX);
            tally.sent();
        }
    }

    void park(Received received, Failure failure) {
        task.forward(deadLetters.message(received, failure), ProcessTopology.DEAD_LETTERS);
        tally.parked(failure);
    }

    /** The instance holds its open commands, so that these fit if it does. */
    private void requireRoom(Encoded encoded) {
        if (encoded.bytes().length > largest) {
            throw new TooLargeException(encoded, largest);
        }
    }
}
