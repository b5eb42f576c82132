package dev.daybook.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing buffer that Avro binary is appended to. Reusable; not thread-safe. */
public final class AvroOutput {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Strings up to this length have their length in one byte. */
    private static final int SHORT_STRING = 63;

    /** Every number of so many digits fits into a long. */
    private static final int LONG_DIGITS = 18;

    private byte[] bytes;
    private int length;

    /** An empty output with room for a small record. */
    public AvroOutput() {
        this(128);
    }

    /** An empty output with room for so many bytes before it grows. */
    public AvroOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** The buffer itself: the first {@link #length()} bytes are what was written. Growing replaces it. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets what was written and keeps the buffer. */
    public void reset() {
        length = 0;
    }

    /** Appends an Avro boolean. */
    public void writeBoolean(boolean value) {
        ensure(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    /** Appends an Avro int. */
    public void writeInt(int value) {
        ensure(5);
        int rest = (value << 1) ^ (value >> 31);
        while ((rest & ~0x7f) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Appends an Avro long. */
    public void writeLong(long value) {
        ensure(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Appends an Avro float. */
    public void writeFloat(float value) {
        ensure(Float.BYTES);
        INT.set(bytes, length, Float.floatToRawIntBits(value));
        length += Float.BYTES;
    }

    /** Appends an Avro double. */
    public void writeDouble(double value) {
        ensure(Double.BYTES);
        LONG.set(bytes, length, Double.doubleToRawLongBits(value));
        length += Double.BYTES;
    }

    /** Appends an Avro string. */
    public void writeString(String value) {
        if (value.length() > SHORT_STRING || !writeShortAscii(value)) {
            byte[] utf8 = value.getBytes(UTF_8);
            writeBytes(utf8, 0, utf8.length);
        }
    }

    /** Spares short strings the detour over an array of their own; false if there is anything but ASCII in it. */
    private boolean writeShortAscii(String value) {
        int count = value.length();
        ensure(1 + count);
        int start = length + 1;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            bytes[start + i] = (byte) c;
        }
        bytes[length] = (byte) (count << 1);
        length = start + count;
        return true;
    }

    /** Appends Avro bytes. */
    public void writeBytes(Bytes value) {
        writeBytes(value.array(), 0, value.length());
    }

    /** Appends Avro bytes: a part of an array. */
    public void writeBytes(byte[] source, int offset, int count) {
        writeInt(count);
        append(source, offset, count);
    }

    /** Appends a number as an Avro decimal of the number's own scale. */
    public void writeDecimal(BigDecimal value) {
        if (value.precision() <= LONG_DIGITS) {
            writeUnscaled(value.scaleByPowerOfTen(value.scale()).longValue());
        } else {
            byte[] unscaled = value.unscaledValue().toByteArray();
            writeBytes(unscaled, 0, unscaled.length);
        }
    }

    /** Appends the shortest two's complement of the number, with its length before it. */
    private void writeUnscaled(long unscaled) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(unscaled < 0 ? ~unscaled : unscaled);
        int count = bits / Byte.SIZE + 1;
        ensure(1 + Long.BYTES);
        bytes[length] = (byte) (count << 1);
        BIG_ENDIAN_LONG.set(bytes, length + 1, unscaled << (Long.SIZE - count * Byte.SIZE));
        length += 1 + count;
    }

    /** Appends a timestamp-micros. */
    public void writeMicros(Instant value) {
        writeLong(Values.toMicros(value));
    }

    /** Appends a timestamp-millis. */
    public void writeMillis(Instant value) {
        writeLong(value.toEpochMilli());
    }

    /** Appends a date. */
    public void writeDate(LocalDate value) {
        writeInt(Math.toIntExact(value.toEpochDay()));
    }

    /** Appends which branch of a union of null and another type follows, and tells whether a value does. */
    public boolean writePresence(@Nullable Object value, int nullBranch) {
        writeInt(value == null ? nullBranch : 1 - nullBranch);
        return value != null;
    }

    /** Appends the head of an array or a map: how many items follow. */
    public void startItems(int count) {
        if (count > 0) {
            writeInt(count);
        }
    }

    /** Appends the end of an array or a map. */
    public void endItems() {
        writeInt(0);
    }

    /** Appends bytes as they are. */
    void append(byte[] source, int offset, int count) {
        ensure(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Goes back to {@code start} and appends what the other output holds. */
    void overwrite(int start, AvroOutput other) {
        length = start;
        append(other.bytes, 0, other.length);
    }

    private void ensure(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), (int)
                    Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
