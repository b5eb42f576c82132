package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A day, as in ISO 8601. */
public record DateType() implements JsonType {

    @Override
    public String expected() {
        return "a date in ISO 8601, such as 2026-11-01";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING)) {
            return in.fault(expected());
        }
        try {
            return Math.toIntExact(LocalDate.parse(in.text()).toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            return in.fault(expected());
        }
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeString(
                LocalDate.ofEpochDay((Integer) Objects.requireNonNull(value)).toString());
    }
}
