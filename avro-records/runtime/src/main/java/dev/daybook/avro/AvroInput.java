package dev.daybook.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serial;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Avro binary in a part of an array, read from front to back within its bounds. Not thread-safe. */
public final class AvroInput {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final int end;
    private int position;

    AvroInput(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = Objects.checkFromIndexSize(offset, length, bytes.length);
        this.end = offset + length;
    }

    /** Reads an Avro boolean. */
    public boolean readBoolean() {
        byte value = bytes[take(1)];
        if ((value & ~1) != 0) {
            throw new Malformed("a boolean is 0 or 1, but found " + value);
        }
        return value == 1;
    }

    /** Reads an Avro int. */
    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw new Malformed("an int has 32 bits, but found " + value);
        }
        return (int) value;
    }

    /** Reads an Avro long. */
    public long readLong() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new Malformed("a number has at most 10 bytes, but found more");
    }

    /** Reads an Avro float. */
    public float readFloat() {
        return Float.intBitsToFloat((int) INT.get(bytes, take(Float.BYTES)));
    }

    /** Reads an Avro double. */
    public double readDouble() {
        return Double.longBitsToDouble((long) LONG.get(bytes, take(Double.BYTES)));
    }

    /** Reads an Avro string. */
    public String readString() {
        int length = readLength();
        int start = take(length);
        String text = new String(bytes, start, length, UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(start, length);
        }
        return text;
    }

    /** The replacement character stands for what is no UTF-8, if not for itself. */
    private void requireUtf8(int start, int length) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
        } catch (CharacterCodingException e) {
            throw new Malformed("a string is UTF-8, but found other bytes");
        }
    }

    /** Reads Avro bytes. */
    public Bytes readBytes() {
        int length = readLength();
        int start = take(length);
        return Bytes.owning(Arrays.copyOfRange(bytes, start, start + length));
    }

    /** Reads an Avro decimal of this scale. */
    public BigDecimal readDecimal(int scale) {
        int length = readLength();
        if (length == 0) {
            throw new Malformed("a decimal has at least one byte, but found none");
        }
        int start = take(length);
        return length <= Long.BYTES
                ? BigDecimal.valueOf(unscaled(start, length), scale)
                : new BigDecimal(new BigInteger(bytes, start, length), scale);
    }

    private long unscaled(int start, int length) {
        long unscaled = bytes[start];
        for (int i = 1; i < length; i++) {
            unscaled = unscaled << Byte.SIZE | (bytes[start + i] & 0xff);
        }
        return unscaled;
    }

    /** Reads a timestamp-micros. */
    public Instant readMicros() {
        return Values.ofMicros(readLong());
    }

    /** Reads a timestamp-millis. */
    public Instant readMillis() {
        return Instant.ofEpochMilli(readLong());
    }

    /** Reads a date. */
    public LocalDate readDate() {
        return LocalDate.ofEpochDay(readInt());
    }

    /** Reads which branch of a union of null and another type follows: false if it is null. */
    public boolean readPresence(int nullBranch) {
        int branch = readInt();
        if ((branch & ~1) != 0) {
            throw new Malformed("a union of two has branches 0 and 1, but found " + branch);
        }
        return branch != nullBranch;
    }

    /** Reads an Avro array. */
    public <T> List<T> readList(Function<AvroInput, T> item) {
        List<T> list = new ArrayList<>();
        for (int count = readCount(); count > 0; count = readCount()) {
            for (int i = 0; i < count; i++) {
                list.add(item.apply(this));
            }
        }
        return list;
    }

    /** Reads an Avro map. */
    public <T> Map<String, T> readMap(Function<AvroInput, T> item) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int count = readCount(); count > 0; count = readCount()) {
            for (int i = 0; i < count; i++) {
                map.put(readString(), item.apply(this));
            }
        }
        return map;
    }

    void requireEnd() {
        if (position != end) {
            throw new Malformed(end - position + " bytes are left after its end");
        }
    }

    /** The count of the next block's items, each of which has at least one byte. */
    private int readCount() {
        long count = readLong();
        if (count < 0) {
            readLong(); // the size in bytes, for those who skip
            count = -count;
        }
        if (count < 0 || count > end - position) {
            throw new Malformed(count + " items cannot be in " + (end - position) + " bytes");
        }
        return (int) count;
    }

    private int readLength() {
        long length = readLong();
        if (length < 0 || length > end - position) {
            throw new Malformed("a length of " + length + " was found where " + (end - position) + " bytes are left");
        }
        return (int) length;
    }

    /** Steps over so many bytes and returns where they start. */
    private int take(int count) {
        int start = position;
        if (end - start < count) {
            throw new Malformed("it ends too early");
        }
        position = start + count;
        return start;
    }

    /** What is wrong with the bytes; the codec says of which record. */
    static final class Malformed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
