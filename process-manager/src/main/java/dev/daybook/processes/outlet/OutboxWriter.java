package dev.daybook.processes.outlet;

import dev.daybook.platform.message.Ack;
import dev.daybook.platform.message.CommandHeaders;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.message.ReplyTo;
import dev.daybook.process.OpenCommand;
import dev.daybook.streams.message.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes the commands of the instances of a partition, finished but for the topic: the relay only forwards them. Their answers go
 * straight to the inbox of the instance.
 *
 * @param inbox the topic of the inbox
 * @param partition its partition
 */
public record OutboxWriter(String context, String process, String inbox, int partition) {

    /** The message of a command. */
    public Record<byte[], Outgoing> message(String instanceId, OpenCommand command, Instant time) {
        var headers = new RecordHeaders();
        var trail = command.trail();
        new CommandHeaders(
                        command.id(),
                        command.type(),
                        command.aggregate(),
                        time,
                        null,
                        trail.correlationId(),
                        trail.causationId(),
                        trail.principal(),
                        trail.traceparent(),
                        new ReplyTo(inbox, partition, instanceId, Ack.COMMITTED))
                .write(headers, EventHeaders.source(context, process, instanceId), command.aggregateId());
        return new Record<>(
                command.aggregateId().getBytes(StandardCharsets.UTF_8),
                Outgoing.anywhere(command.payload().toByteArray()),
                time.toEpochMilli(),
                headers);
    }
}
