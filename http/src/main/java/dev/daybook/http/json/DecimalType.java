package dev.daybook.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal, read from a number or a string, written as a string.
 *
 * @param precision how many digits it has at most
 * @param scale how many of them stand after the point
 */
public record DecimalType(int precision, int scale) implements JsonType {

    static DecimalType of(LogicalTypes.Decimal decimal) {
        return new DecimalType(decimal.getPrecision(), decimal.getScale());
    }

    @Override
    public String expected() {
        return "a decimal, as a string or a number, with at most %d digits before the point and %d after it"
                .formatted(precision - scale, scale);
    }

    @Override
    public @Nullable Object read(JsonInput in) throws IOException {
        var isDecimal = in.at(JsonToken.VALUE_STRING)
                || in.at(JsonToken.VALUE_NUMBER_INT)
                || in.at(JsonToken.VALUE_NUMBER_FLOAT);
        var number = isDecimal ? Decimals.parse(in.text(), in.limits()) : null;
        // Without zeros at its end, so that no step costs more than the digits that were written.
        var shortest = number == null ? null : number.stripTrailingZeros();
        if (shortest == null || !fits(shortest)) {
            return in.fault(expected());
        }
        return ByteBuffer.wrap(shortest.setScale(scale).unscaledValue().toByteArray());
    }

    @Override
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        var bytes = ((ByteBuffer) Objects.requireNonNull(value)).duplicate();
        var unscaled = new byte[bytes.remaining()];
        bytes.get(unscaled);
        out.writeString(Decimals.print(new BigDecimal(new BigInteger(unscaled), scale)));
    }

    /** Whether it fits without rounding. It does not write the number out: 1e999999999 is short only as it stands. */
    private boolean fits(BigDecimal number) {
        var digitsBeforePoint = (long) number.precision() - number.scale();
        return number.signum() == 0 || (number.scale() <= scale && digitsBeforePoint <= precision - scale);
    }
}
