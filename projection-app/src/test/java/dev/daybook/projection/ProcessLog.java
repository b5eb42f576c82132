package dev.daybook.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.RecordSerdes;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.process.ProcessEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What happened to one instance of a process, as the process manager leaves it on one partition. */
final class ProcessLog {
    private final SchemaRegistry registry;
    private final String context;
    private final String process;
    private final String instanceId;
    private final List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();

    ProcessLog(SchemaRegistry registry, String context, String process, String instanceId) {
        this.registry = registry;
        this.context = context;
        this.process = process;
        this.instanceId = instanceId;
    }

    ProcessLog append(int partition, ProcessEvent event) {
        var topic = context + "." + process + ".events";
        var version = events.size() + 1;
        var headers = new RecordHeaders();
        new EventHeaders(
                        process + ":" + instanceId + ":" + version,
                        event.getSchema().getFullName(),
                        EventHeaders.source(context, process, instanceId),
                        instanceId,
                        OrderLog.time(version),
                        process,
                        version,
                        version,
                        "correlation",
                        "cause",
                        null,
                        null)
                .write(headers);
        var payload = new RecordSerdes(registry).serializer(ProcessEvent.class).serialize(topic, event);
        events.add(new ProducerRecord<>(topic, partition, null, instanceId.getBytes(UTF_8), payload, headers));
        return this;
    }

    List<ProducerRecord<byte[], byte[]>> events() {
        return events;
    }
}
