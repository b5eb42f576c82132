package dev.daybook.processor.intake;

import dev.daybook.processor.command.Command;
import dev.daybook.streams.deadletter.Failure;

/** A message from a commands topic, read. */
public sealed interface Inbound<C> {

    Envelope envelope();

    /** A command to decide. */
    record ToDecide<C>(Envelope envelope, Command<C> command) implements Inbound<C> {}

    /** A question what became of a command. */
    record ToFind<C>(Envelope envelope, String commandId) implements Inbound<C> {}

    /** A message for an aggregate of this partition that is neither. */
    record Unreadable<C>(Envelope envelope, Failure failure) implements Inbound<C> {}

    /** A message that names no aggregate, or one of another partition. */
    record Stray<C>(Envelope envelope, Failure failure) implements Inbound<C> {}
}
