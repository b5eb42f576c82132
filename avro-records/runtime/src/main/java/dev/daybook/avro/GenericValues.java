package dev.daybook.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How generated records show their components as values of Avro's generic representation. */
public final class GenericValues {
    private GenericValues() {}

    /** A decimal, as the bytes of its unscaled value. */
    public static ByteBuffer decimal(BigDecimal value) {
        return ByteBuffer.wrap(value.unscaledValue().toByteArray());
    }

    /** Bytes. */
    public static ByteBuffer bytes(Bytes value) {
        return value.asByteBuffer();
    }

    /** A timestamp-micros. */
    public static Long micros(Instant value) {
        return Values.toMicros(value);
    }

    /** A timestamp-millis. */
    public static Long millis(Instant value) {
        return value.toEpochMilli();
    }

    /** A date. */
    public static Integer date(LocalDate value) {
        return Math.toIntExact(value.toEpochDay());
    }

    /** An array. */
    public static <T> List<Object> list(List<T> value, Function<T, Object> item) {
        return value.stream().map(item).toList();
    }

    /** A map. */
    public static <T> Map<String, Object> map(Map<String, T> value, Function<T, Object> item) {
        Map<String, Object> map = new LinkedHashMap<>();
        value.forEach((key, each) -> map.put(key, item.apply(each)));
        return map;
    }
}
