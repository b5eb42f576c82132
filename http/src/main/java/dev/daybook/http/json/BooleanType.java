package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** True or false. */
public record BooleanType() implements JsonType {

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        return switch (in.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> in.fault(expected());
        };
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeBoolean((Boolean) Objects.requireNonNull(value));
    }
}
