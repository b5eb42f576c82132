package dev.daybook.projection.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daybook.http.JsonBody;
import dev.daybook.http.json.JsonChange;
import dev.daybook.http.json.RecordJson;
import dev.daybook.platform.message.EventHeaders;
import dev.daybook.platform.schema.RegistryUnavailableException;
import dev.daybook.platform.schema.SchemaRegistry;
import dev.daybook.platform.schema.WrittenRecords;
import dev.daybook.projection.ledger.EventReader;
import dev.daybook.projection.ledger.LoggedEvent;
import dev.daybook.projection.timeline.UnreadableEventException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes events in the JSON format of CloudEvents 1.0. What Kafka carries as an extension attribute is a string here too:
 * CloudEvents' integers have but 32 bits. Of an event whose payload cannot be read, the data is null, and it is said why.
 */
final class EventJson {
    static final String CHANGES = "changes";
    private static final String UNREADABLE = "unreadable";

    private final WrittenRecords written;

    EventJson(SchemaRegistry registry) {
        this.written = new WrittenRecords(registry);
    }

    <E> void write(LoggedEvent event, EventReader<E> reader, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(event, reader, out);
        out.writeEndObject();
    }

    /** Writes an event with what it changed; that is null if it cannot be told. */
    <E> void write(LoggedEvent event, EventReader<E> reader, Optional<List<JsonChange>> changes, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        writeMembers(event, reader, out);
        if (changes.isPresent()) {
            out.writeArrayFieldStart(CHANGES);
            for (var change : changes.get()) {
                change.write(out);
            }
            out.writeEndArray();
        } else {
            out.writeNullField(CHANGES);
        }
        out.writeEndObject();
    }

    private <E> void writeMembers(LoggedEvent event, EventReader<E> reader, JsonGenerator out) throws IOException {
        var headers = event.headers();
        out.writeStringField("specversion", "1.0");
        out.writeStringField("id", headers.id());
        out.writeStringField("source", headers.source());
        out.writeStringField("type", headers.type());
        out.writeStringField("subject", headers.subject());
        out.writeStringField("time", headers.time().toString());
        out.writeStringField("datacontenttype", "application/json");
        writeExtensions(headers, out);
        writeData(event, reader, out);
    }

    private static void writeExtensions(EventHeaders headers, JsonGenerator out) throws IOException {
        out.writeStringField("aggregatetype", headers.aggregateType());
        out.writeStringField("sequence", String.valueOf(headers.sequence()));
        out.writeStringField("position", String.valueOf(headers.position()));
        out.writeStringField("correlationid", headers.correlationId());
        out.writeStringField("causationid", headers.causationId());
        writeUnlessNull("principal", headers.principal(), out);
        writeUnlessNull("traceparent", headers.traceparent(), out);
    }

    private static void writeUnlessNull(String name, @Nullable String value, JsonGenerator out) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private <E> void writeData(LoggedEvent event, EventReader<E> reader, JsonGenerator out) throws IOException {
        JsonBody data;
        try {
            data = data(event, reader);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            out.writeNullField("data");
            out.writeStringField(UNREADABLE, UnreadableEventException.reason(e));
            return;
        }
        out.writeFieldName("data");
        data.write(out);
    }

    /** The payload, of which it is certain that it can be written. */
    private <E> JsonBody data(LoggedEvent event, EventReader<E> reader) {
        var known = reader.read(event);
        if (known.isPresent()) {
            return out -> RecordJson.write((IndexedRecord) known.get(), out);
        }
        var unknown = written.read(event.value());
        JsonBody body = out -> RecordJson.write(unknown, out);
        // Its schema may hold what no record of this program does.
        var json = new String(body.bytes(), UTF_8);
        return out -> out.writeRawValue(json);
    }
}
