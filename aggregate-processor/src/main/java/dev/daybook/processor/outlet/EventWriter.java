package dev.daybook.processor.outlet;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.processor.command.Append;
import dev.daybook.processor.intake.Envelope;
import dev.daybook.streams.message.Outgoing;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Writes the events of a type of aggregate, each to the partition of its command and with its command's time. */
public record EventWriter(Origin origin, int partition) {

    /** The message of an event. */
    public Record<byte[], Outgoing> message(Envelope command, Append append) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        append.id(),
                        append.event().type(),
                        origin.source(command.aggregateId()),
                        command.aggregateId(),
                        command.time(),
                        origin.aggregateType(),
                        append.version(),
                        append.position(),
                        command.correlationId(),
                        command.messageId(),
                        command.principal(),
                        command.traceparent())
                .write(headers);
        return new Record<>(
                command.aggregateId().getBytes(StandardCharsets.UTF_8),
                Outgoing.to(partition, append.event().bytes()),
                command.time().toEpochMilli(),
                headers);
    }
}
