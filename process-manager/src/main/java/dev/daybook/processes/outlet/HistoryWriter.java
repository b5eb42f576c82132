package dev.daybook.processes.outlet;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.process.Trail;
import dev.daybook.streams.message.Outgoing;
import dev.daybook.streams.wire.Encoded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes what happened to the instances of a partition, as events like those of an aggregate: with the id
 * {@code <process>:<instance>@<version>}, and with what the instance was told by as their cause.
 */
public record HistoryWriter(String context, String process, int partition) {

    /** The message of an event. */
    public Record<byte[], Outgoing> message(
            String instanceId, long version, long position, Trail trail, Instant time, Encoded event) {
        var headers = new RecordHeaders();
        new EventHeaders(
                        process + ":" + instanceId + "@" + version,
                        event.type(),
                        EventHeaders.source(context, process, instanceId),
                        instanceId,
                        time,
                        process,
                        version,
                        position,
                        trail.correlationId(),
                        trail.causationId(),
                        trail.principal(),
                        trail.traceparent())
                .write(headers);
        return new Record<>(
                instanceId.getBytes(StandardCharsets.UTF_8),
                Outgoing.to(partition, event.bytes()),
                time.toEpochMilli(),
                headers);
    }
}
