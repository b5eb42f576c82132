package dev.daybook.avro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * How generated records bring their components into one normal form, so that records which are equal have the same
 * bytes, and what is read equals what was written. Each takes the component's name for its error.
 */
public final class Values {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private Values() {}

    /** The very text: it must be well-formed, because UTF-8 has no bytes for half a character. */
    public static String string(String component, String value) {
        Objects.requireNonNull(value, component);
        int codePoint;
        for (int i = 0; i < value.length(); i += Character.charCount(codePoint)) {
            codePoint = value.codePointAt(i);
            if (codePoint <= Character.MAX_SURROGATE && codePoint >= Character.MIN_SURROGATE) {
                throw new IllegalArgumentException(
                        component + " must be well-formed text, but has half a surrogate pair at index " + i);
            }
        }
        return value;
    }

    /** The same number, with the schema's scale. */
    public static BigDecimal decimal(String component, BigDecimal value, int precision, int scale) {
        BigDecimal scaled = scaled(component, value, precision, scale);
        if (scaled.precision() > precision) {
            throw new IllegalArgumentException(misfit(component, value, precision, scale));
        }
        return scaled;
    }

    private static BigDecimal scaled(String component, BigDecimal value, int precision, int scale) {
        Objects.requireNonNull(value, component);
        if (value.scale() == scale) {
            return value;
        }
        // A huge exponent must not be written out as digits before it is refused.
        long digits = (long) value.precision() - value.scale() + scale;
        if (value.signum() != 0 && digits > precision) {
            throw new IllegalArgumentException(misfit(component, value, precision, scale));
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(misfit(component, value, precision, scale), e);
        }
    }

    private static String misfit(String component, BigDecimal value, int precision, int scale) {
        return component + " must be a decimal of at most " + precision + " digits, " + scale
                + " of them after the point, but is " + value;
    }

    /** The same time, in whole microseconds. */
    public static Instant micros(String component, Instant value) {
        return ofMicros(epoch(component, value, Values::toMicros));
    }

    /** The same time, in whole milliseconds. */
    public static Instant millis(String component, Instant value) {
        return Instant.ofEpochMilli(epoch(component, value, Instant::toEpochMilli));
    }

    private static long epoch(String component, Instant value, ToLongFunction<Instant> units) {
        Objects.requireNonNull(value, component);
        try {
            return units.applyAsLong(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(component + " must fit into 64 bits, but is " + value, e);
        }
    }

    /** The same date, if its day fits into an int. */
    public static LocalDate date(String component, LocalDate value) {
        Objects.requireNonNull(value, component);
        if (value.toEpochDay() != (int) value.toEpochDay()) {
            throw new IllegalArgumentException(component + " must fit into 32 bits, but is " + value);
        }
        return value;
    }

    /** An immutable copy. */
    public static <T> List<T> list(String component, List<T> value) {
        return List.copyOf(Objects.requireNonNull(value, component));
    }

    /** An immutable copy with each item in its normal form. */
    public static <T> List<T> list(String component, List<T> value, UnaryOperator<T> item) {
        List<T> copy = new ArrayList<>(Objects.requireNonNull(value, component));
        copy.replaceAll(item);
        return Collections.unmodifiableList(copy);
    }

    /** An immutable copy in the order of the keys. */
    public static <T> Map<String, T> map(String component, Map<String, T> value) {
        return map(component, value, item -> Objects.requireNonNull(item, component));
    }

    /** An immutable copy in the order of the keys, with each value in its normal form. */
    public static <T> Map<String, T> map(String component, Map<String, T> value, UnaryOperator<T> item) {
        Map<String, T> copy = new TreeMap<>();
        Objects.requireNonNull(value, component)
                .forEach((key, each) -> copy.put(string(component, key), item.apply(each)));
        return Collections.unmodifiableMap(copy);
    }

    static long toMicros(Instant value) {
        long seconds = value.getEpochSecond();
        long micros = value.getNano() / 1_000;
        // Towards zero, so that the smallest long is reached without an overflow on the way.
        return seconds < 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, MICROS_PER_SECOND), micros - MICROS_PER_SECOND)
                : Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), micros);
    }

    static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }
}
