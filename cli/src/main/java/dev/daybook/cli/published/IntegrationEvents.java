package dev.daybook.cli.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.cli.console.Json;
import dev.daybook.http.json.RecordJson;
import dev.daybook.platform.message.PublicHeaders;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.schema.WrittenRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads integration events as CloudEvents in JSON, whoever wrote them: their schemas come from the registry. */
final class IntegrationEvents {
    private final WrittenRecords records;

    IntegrationEvents(SchemaRegistry registry) {
        this.records = new WrittenRecords(registry);
    }

    /** An event; of one that cannot be read, what is certain, and why it cannot. */
    ObjectNode json(ConsumerRecord<byte[], byte[]> found) {
        var json = Json.MAPPER.createObjectNode().put("specversion", "1.0");
        try {
            addHeaders(json, PublicHeaders.read(found.headers()));
            json.set("data", Json.parse(RecordJson.text(records.read(found.value()))));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            json.put(
                    "unreadable",
                    "%s at %s-%d-%d".formatted(e.getMessage(), found.topic(), found.partition(), found.offset()));
        }
        return json;
    }

    /** The id of the aggregate that an event is about. */
    static String key(ConsumerRecord<byte[], byte[]> found) {
        return found.key() == null ? "" : new String(found.key(), UTF_8);
    }

    private static void addHeaders(ObjectNode json, PublicHeaders headers) {
        json.put("id", headers.id())
                .put("source", headers.source())
                .put("type", headers.type())
                .put("subject", headers.subject())
                .put("time", headers.time().toString())
                .put("datacontenttype", "application/json")
                .put("correlationid", headers.correlationId())
                .put("causationid", headers.causationId());
        if (headers.traceparent() != null) {
            json.put("traceparent", headers.traceparent());
        }
    }
}
