package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value or null.
 *
 * @param present what it is if it is not null
 */
public record OptionalType(JsonType present) implements JsonType {

    @Override
    public String expected() {
        return present.expected() + ", or null";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        return in.at(JsonToken.VALUE_NULL) ? null : present.read(in);
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            present.write(value, out);
        }
    }
}
