package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one type.
 *
 * @param element the type
 */
public record ListType(JsonType element) implements JsonType {

    @Override
    public String expected() {
        return "an array";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.START_ARRAY)) {
            return in.fault(expected());
        }
        var elements = new ArrayList<@Nullable Object>();
        while (in.next() != JsonToken.END_ARRAY) {
            in.enter(String.valueOf(elements.size()));
            elements.add(element.read(in));
            in.leave();
        }
        return elements;
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (var each : (List<?>) Objects.requireNonNull(value)) {
            element.write(each, out);
        }
        out.writeEndArray();
    }
}
