package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole number. As in JSON Schema, {@code 3.0} is one.
 *
 * @param bits 32 or 64
 * @param min the least value
 * @param max the greatest value
 */
public record WholeType(int bits, long min, long max) implements JsonType {
    static final WholeType INT = new WholeType(Integer.SIZE, Integer.MIN_VALUE, Integer.MAX_VALUE);
    static final WholeType LONG = new WholeType(Long.SIZE, Long.MIN_VALUE, Long.MAX_VALUE);

    @Override
    public String expected() {
        return "a whole number from " + min + " to " + max;
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        var number = switch (in.token()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Decimals.parse(in.text(), in.limits());
            case null, default -> null;
        };
        if (number == null || !isWhole(number)) {
            return in.fault(expected());
        }
        var value = number.stripTrailingZeros().longValueExact();
        if (bits == Integer.SIZE) {
            return Math.toIntExact(value);
        }
        return value;
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        out.writeNumber(((Number) Objects.requireNonNull(value)).longValue());
    }

    private boolean isWhole(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
