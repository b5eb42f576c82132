package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * One of a set of names.
 *
 * @param schema the Avro enum
 */
public record EnumType(Schema schema) implements JsonType {

    public List<String> symbols() {
        return schema.getEnumSymbols();
    }

    @Override
    public String expected() {
        return "one of the strings " + String.join(", ", symbols());
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING) || !schema.hasEnumSymbol(in.text())) {
            return in.fault(expected());
        }
        return new GenericData.EnumSymbol(schema, in.text());
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeString(Objects.requireNonNull(value).toString());
    }
}
