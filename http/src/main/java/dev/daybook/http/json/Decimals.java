package dev.daybook.http.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact decimals in JSON: as JSON writes numbers, never by way of binary floating point. */
final class Decimals {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Decimals() {}

    /** The number that a text in the syntax of RFC 8259, §6, says, or null if it says none. */
    static @Nullable BigDecimal parse(String text, JsonLimits limits) {
        if (text.length() > limits.numberLength() || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null; // An exponent beyond what a scale can be.
        }
    }

    /** In plain notation, without zeros at the end of the fraction. */
    static String print(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
