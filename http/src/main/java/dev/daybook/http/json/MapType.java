package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type by name.
 *
 * @param value the type
 */
public record MapType(JsonType value) implements JsonType {

    @Override
    public String expected() {
        return "an object of values by name";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.START_OBJECT)) {
            return in.fault(expected());
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        while (in.next() != JsonToken.END_OBJECT) {
            var name = in.text();
            in.enter(name);
            in.next();
            if (values.containsKey(name)) {
                in.fault("every name once", "the name a second time");
            } else if (!StringType.isWellFormed(name)) {
                in.fault("a name of whole characters", "half of a surrogate pair");
            } else {
                values.put(name, value.read(in));
            }
            in.leave();
        }
        return values;
    }

    @Override
    public void write(@Nullable Object map, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (var entry : ((Map<?, ?>) Objects.requireNonNull(map)).entrySet()) {
            out.writeFieldName(entry.getKey().toString());
            value.write(entry.getValue(), out);
        }
        out.writeEndObject();
    }
}
