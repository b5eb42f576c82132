package dev.daybook.projection.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.http.JsonBody;
import dev.daybook.http.json.RecordJson;
import org.apache.avro.generic.IndexedRecord;

/**
 * What a ledger shows under a key, so that it can be laid beside another's.
 *
 * @param key the key
 * @param json the row as queries are answered with it
 */
public record Entry(String key, String json) {

    /** A row under its key. */
    public static Entry of(String key, IndexedRecord row) {
        JsonBody json = out -> RecordJson.write(row, out);
        return new Entry(key, new String(json.bytes(), UTF_8));
    }
}
