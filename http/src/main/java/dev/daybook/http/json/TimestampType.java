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

/** A point in time to the microsecond, as in ISO 8601; written in UTC. */
public record TimestampType() implements JsonType {

    @Override
    public String expected() {
        return "a time in ISO 8601 with an offset and at most 6 digits of a second's fraction,"
                + " such as 2026-11-01T12:30:00Z";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        if (!in.at(JsonToken.VALUE_STRING)) {
            return in.fault(expected());
        }
        try {
            var time = OffsetDateTime.parse(in.text()).toInstant();
            var isWholeMicros = time.truncatedTo(ChronoUnit.MICROS).equals(time);
            return isWholeMicros ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : in.fault(expected());
        } catch (DateTimeException | ArithmeticException e) {
            return in.fault(expected());
        }
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeString(Instant.EPOCH.plus((Long) Objects.requireNonNull(value), ChronoUnit.MICROS).toString());
    }
}
