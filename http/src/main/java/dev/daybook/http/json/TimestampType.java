package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point in time, as in ISO 8601; written in UTC.
 *
 * @param unit its precision, microseconds or milliseconds
 */
public record TimestampType(ChronoUnit unit) implements JsonType {
    static final TimestampType MICROS = new TimestampType(ChronoUnit.MICROS);
    static final TimestampType MILLIS = new TimestampType(ChronoUnit.MILLIS);

    @Override
    public String expected() {
        return "a time in ISO 8601 with an offset and no more than %s, such as 2026-11-01T12:30:00Z"
                .formatted(unit == ChronoUnit.MICROS ? "microseconds" : "milliseconds");
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING)) {
            return in.fault(expected());
        }
        try {
            var time = OffsetDateTime.parse(in.text()).toInstant();
            var isWhole = time.truncatedTo(unit).equals(time);
            return isWhole ? (Object) unit.between(Instant.EPOCH, time) : in.fault(expected());
        } catch (DateTimeException | ArithmeticException e) {
            return in.fault(expected());
        }
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeString(
                Instant.EPOCH.plus((Long) Objects.requireNonNull(value), unit).toString());
    }
}
