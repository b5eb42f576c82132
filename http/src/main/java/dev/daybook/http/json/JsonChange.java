package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place at which two records differ.
 *
 * @param path where: a JSON pointer (RFC 6901)
 * @param from what was there; null: nothing
 * @param to what is there now; null: nothing
 */
public record JsonChange(
        String path, @Nullable Side from, @Nullable Side to) {

    /** A value, with what it looks like in JSON. */
    record Side(JsonType type, Object value) {
        static @Nullable Side of(JsonType type, @Nullable Object value) {
            return value == null ? null : new Side(type, value);
        }
    }

    /** Writes it as an object of {@code path}, {@code from} and {@code to}; what there is not is left out. */
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", path);
        write("from", from, out);
        write("to", to, out);
        out.writeEndObject();
    }

    private static void write(String name, @Nullable Side side, JsonGenerator out) throws IOException {
        if (side != null) {
            out.writeFieldName(name);
            side.type.write(side.value, out);
        }
    }
}
