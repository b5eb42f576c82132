package dev.daybook.processor.topology;

import dev.daybook.processor.command.Answer;
import dev.daybook.processor.command.CommandHandler;
import dev.daybook.processor.command.Handled;
import dev.daybook.processor.command.StoredOutcome;
import dev.daybook.processor.intake.CommandReader;
import dev.daybook.processor.intake.Envelope;
import dev.daybook.processor.intake.Inbound;
import dev.daybook.processor.outlet.EventWriter;
import dev.daybook.processor.outlet.ReplyWriter;
import dev.daybook.processor.store.OutcomeSweep;
import dev.daybook.processor.store.PartitionMemory;
import dev.daybook.streams.deadletter.DeadLetterWriter;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.message.Received;

/** The work on one partition: it reads a message, has it decided, and writes what follows, all in one transaction. */
record PartitionDesk<C, E, S>(
        CommandReader<C> reader,
        CommandHandler<C, E, S> handler,
        PartitionMemory<S> memory,
        OutcomeSweep outcomeSweep,
        EventWriter events,
        ReplyWriter replies,
        DeadLetterWriter deadLetters,
        Tally tally,
        Sinks sinks,
        Rhythm rhythm) {

    /** Takes the next message of the partition. */
    void take(Received received) {
        var inbound = reader.read(received);
        take(received, inbound);
        rhythm.taken(received.place(), inbound.envelope().replyTo());
    }

    private void take(Received received, Inbound<C> inbound) {
        switch (inbound) {
            case Inbound.ToDecide<C>(var envelope, var command) ->
                conclude(received, envelope, handler.handle(command, memory));
            case Inbound.ToFind<C>(var envelope, var commandId) ->
                reply(envelope, handler.find(envelope.aggregateId(), commandId, envelope.time(), memory));
            case Inbound.Unreadable<C>(var envelope, var failure) ->
                conclude(
                        received,
                        envelope,
                        handler.park(envelope.aggregateId(), envelope.messageId(), envelope.time(), failure, memory));
            case Inbound.Stray<C>(var envelope, var failure) -> {
                park(received, failure);
                reply(envelope, handler.failure(envelope.aggregateId(), envelope.messageId(), failure));
            }
        }
    }

    /** Ends the work: the task goes elsewhere. */
    void close() {
        rhythm.close();
    }

    private void conclude(Received received, Envelope envelope, Handled handled) {
        switch (handled) {
            case Handled.Repeated repeated -> {}
            case Handled.Decided decided -> write(envelope, decided);
            case Handled.Failed failed -> {
                park(received, failed.failure());
                if (failed.kept() != null) {
                    keep(envelope, failed.kept());
                }
            }
        }
        memory.advance(handled.watermark());
        reply(envelope, handled.answer());
        tally.answered(handled.answer(), envelope.time());
    }

    private void write(Envelope envelope, Handled.Decided decided) {
        for (var append : decided.events()) {
            sinks.event(events.message(envelope, append));
        }
        if (decided.state() != null) {
            memory.keep(envelope.aggregateId(), decided.state());
        }
        keep(envelope, decided.kept());
        tally.appended(decided.events().size());
    }

    private void keep(Envelope envelope, StoredOutcome outcome) {
        memory.keep(envelope.aggregateId(), envelope.messageId(), outcome);
        tally.swept(outcomeSweep.kept(memory.watermark()));
    }

    private void park(Received received, Failure failure) {
        sinks.deadLetter(deadLetters.message(received, failure));
        tally.parked(failure);
    }

    private void reply(Envelope envelope, Answer answer) {
        replies.reply(envelope, answer).ifPresent(sinks::reply);
    }
}
