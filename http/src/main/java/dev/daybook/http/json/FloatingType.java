package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A binary floating point number. What JSON has no number for is one of the strings NaN, Infinity and -Infinity.
 *
 * @param bits 32 or 64
 */
public record FloatingType(int bits) implements JsonType {
    static final FloatingType FLOAT = new FloatingType(Float.SIZE);
    static final FloatingType DOUBLE = new FloatingType(Double.SIZE);

    @Override
    public String expected() {
        return "a number that fits " + bits + " bits of floating point";
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        return switch (in.token()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
            case VALUE_STRING ->
                switch (in.text()) {
                    case "NaN" -> boxed(Double.NaN);
                    case "Infinity" -> boxed(Double.POSITIVE_INFINITY);
                    case "-Infinity" -> boxed(Double.NEGATIVE_INFINITY);
                    default -> in.fault(expected());
                };
            case null, default -> in.fault(expected());
        };
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        switch (Objects.requireNonNull(value)) {
            case Double number when Double.isFinite(number) -> out.writeNumber(number);
            case Float number when Float.isFinite(number) -> out.writeNumber(number);
            case Object notFinite -> out.writeString(notFinite.toString());
        }
    }

    private @Nullable Object number(JsonInput in) throws IOException {
        // Parsed at its own precision: by way of a double, a float could be rounded twice.
        Number value = bits == Float.SIZE ? (Number) Float.valueOf(in.text()) : (Number) Double.valueOf(in.text());
        return Double.isInfinite(value.doubleValue()) ? in.fault(expected()) : value;
    }

    private Object boxed(double value) {
        if (bits == Float.SIZE) {
            return (float) value;
        }
        return value;
    }
}
