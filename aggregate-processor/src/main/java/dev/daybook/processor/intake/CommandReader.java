package dev.daybook.processor.intake;

import dev.daybook.avro.AvroRecord;
import dev.daybook.inquiry.FindOutcome;
import dev.daybook.platform.schema.UnreadableMessageException;
import dev.daybook.platform.schema.WireFormat;
import dev.daybook.processor.command.Command;
import dev.daybook.processor.command.Fingerprint;
import dev.daybook.streams.deadletter.Failure;
import dev.daybook.streams.intake.Addressing;
import dev.daybook.streams.message.Received;
import dev.daybook.streams.wire.Wire;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one commands topic. Thread-safe. */
public final class CommandReader<C> {
    private final Addressing addressing;
    private final Wire<C> commands;
    private final Wire<FindOutcome> inquiries;

    /**
     * A reader.
     *
     * @param partitions the count of partitions of the topic
     */
    public CommandReader(int partitions, Wire<C> commands, Wire<FindOutcome> inquiries) {
        this.addressing = new Addressing(partitions);
        this.commands = commands;
        this.inquiries = inquiries;
    }

    /** Reads a message. */
    public Inbound<C> read(Received received) {
        var address = addressing.read(received.key(), received.place().partition());
        var labels = Labels.read(received.headers());
        var envelope = Envelope.of(address.id(), received, labels.headers());
        if (address.failure() != null) {
            return new Inbound.Stray<>(envelope, address.failure());
        }
        if (labels.failure() != null) {
            return new Inbound.Unreadable<>(envelope, labels.failure());
        }
        var value = received.value();
        if (value == null) {
            return unreadable(envelope, "The value must be a command, but there is none", null);
        }
        try {
            return FindOutcome.CODEC.fullName().equals(labels.headers().type())
                    ? new Inbound.ToFind<>(envelope, inquiries.decode(value).commandId())
                    : new Inbound.ToDecide<>(
                            envelope, command(envelope, labels.headers().expectedVersion(), value));
        } catch (UnreadableMessageException e) {
            return unreadable(envelope, Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private Command<C> command(Envelope envelope, @Nullable Long expectedVersion, byte[] value) {
        var payload = commands.decode(value);
        return new Command<>(
                envelope.aggregateId(),
                envelope.messageId(),
                payload,
                fingerprint(payload, expectedVersion, value),
                expectedVersion,
                envelope.time(),
                envelope.correlationId(),
                envelope.principal());
    }

    private Fingerprint fingerprint(C payload, @Nullable Long expectedVersion, byte[] value) {
        var type = ((AvroRecord) payload).getSchema().getFullName();
        var binary = ByteBuffer.wrap(value);
        return Fingerprint.of(type, expectedVersion, binary.position(WireFormat.HEADER_LENGTH));
    }

    private static <C> Inbound<C> unreadable(Envelope envelope, String message, @Nullable Throwable cause) {
        return new Inbound.Unreadable<>(envelope, new Failure(Failure.UNREADABLE, message, cause));
    }
}
