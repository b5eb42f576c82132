package dev.daybook.projection.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.http.JsonBody;
import dev.daybook.http.json.RecordJson;
import dev.daybook.projection.view.Page;
import dev.daybook.projection.view.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows that some partitions have for a page.
 *
 * @param rows the rows, in the order of their keys' UTF-8 bytes
 * @param end the key up to which they were searched for; null: to the last. Whether there are rows beyond it is not known
 * @param parked of how many aggregates events are parked
 */
record RowsPart(List<KeyedRow> rows, @Nullable String end, long parked) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A row with its key.
     *
     * @param key the key
     * @param row writes the row
     */
    record KeyedRow(String key, JsonBody row) {}

    static <R> RowsPart of(Page<R> page, long parked) {
        return new RowsPart(page.rows().stream().map(RowsPart::keyed).toList(), page.last(), parked);
    }

    private static <R> KeyedRow keyed(Row<R> row) {
        return new KeyedRow(row.key(), out -> RecordJson.write((IndexedRecord) row.value(), out));
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (var row : rows) {
            out.writeStartObject();
            out.writeStringField("key", row.key());
            out.writeFieldName("row");
            row.row().write(out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("end", end);
        out.writeNumberField("parked", parked);
        out.writeEndObject();
    }

    static RowsPart read(JsonNode part) {
        var rows = new ArrayList<KeyedRow>();
        for (var row : part.path("rows")) {
            rows.add(new KeyedRow(row.path("key").asText(), out -> JSON.writeTree(out, row.path("row"))));
        }
        return new RowsPart(
                rows, part.path("end").textValue(), part.path("parked").asLong());
    }
}
