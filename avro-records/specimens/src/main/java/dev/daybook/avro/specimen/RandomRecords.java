package dev.daybook.avro.specimen;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Makes random values of any schema, in Avro's generic representation. */
public final class RandomRecords {
    /** How deep values nest before arrays are empty and unions null. */
    private static final int MAX_DEPTH = 4;

    private final RandomGenerator random;

    /** Values that depend on the random numbers alone. */
    public RandomRecords(RandomGenerator random) {
        this.random = random;
    }

    /** A random record. */
    public <T extends AvroRecord> T next(RecordCodec<T> codec) {
        byte[] bytes = nextBytes(codec.schema());
        return codec.decode(bytes, 0, bytes.length);
    }

    /** Avro's own binary of a random value. */
    public byte[] nextBytes(Schema schema) {
        return binary(schema, next(schema, 0));
    }

    /** Avro's own binary of a value. */
    public static byte[] binary(Schema schema, @Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<@Nullable Object>(schema).write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does no I/O", e);
        }
        return bytes.toByteArray();
    }

    private @Nullable Object next(Schema schema, int depth) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt() >> random.nextInt(32);
            case LONG -> random.nextLong() >> random.nextInt(64);
            case FLOAT -> Float.intBitsToFloat(random.nextInt());
            case DOUBLE -> Double.longBitsToDouble(random.nextLong());
            case STRING -> nextString();
            case BYTES ->
                ByteBuffer.wrap(
                        schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                                ? nextUnscaled(decimal.getPrecision()).toByteArray()
                                : nextArray(random.nextInt(20)));
            case FIXED -> new GenericData.Fixed(schema, nextArray(schema.getFixedSize()));
            case ENUM -> new GenericData.EnumSymbol(schema, nextOf(schema.getEnumSymbols()));
            case UNION -> next(nextBranch(schema.getTypes(), depth), depth);
            case ARRAY -> nextList(schema.getElementType(), depth);
            case MAP -> nextMap(schema.getValueType(), depth);
            case RECORD -> nextRecord(schema, depth);
        };
    }

    private String nextString() {
        int[] codePoints = random.ints(random.nextInt(30), 0, 4)
                .map(kind -> switch (kind) {
                    case 0 -> random.nextInt(0x80, 0x800);
                    case 1 -> random.nextInt(0xe000, 0x11_0000);
                    default -> random.nextInt(0x80);
                })
                .toArray();
        return random.nextBoolean()
                ? new String(codePoints, 0, codePoints.length)
                : "ascii only".substring(codePoints.length % 10);
    }

    private BigInteger nextUnscaled(int precision) {
        byte[] bytes = nextArray(1 + random.nextInt(20));
        return new BigInteger(bytes).remainder(BigInteger.TEN.pow(precision));
    }

    private byte[] nextArray(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T nextOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Schema nextBranch(List<Schema> branches, int depth) {
        return depth < MAX_DEPTH
                ? nextOf(branches)
                : branches.stream()
                        .filter(branch -> branch.getType() == Schema.Type.NULL)
                        .findFirst()
                        .orElseGet(() -> nextOf(branches));
    }

    private List<@Nullable Object> nextList(Schema item, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = nextSize(depth); i > 0; i--) {
            list.add(next(item, depth + 1));
        }
        return list;
    }

    /** In the order of the keys, as our own records write it. */
    private Map<String, @Nullable Object> nextMap(Schema value, int depth) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (int i = nextSize(depth); i > 0; i--) {
            map.put(nextString(), next(value, depth + 1));
        }
        return map;
    }

    private int nextSize(int depth) {
        return depth < MAX_DEPTH ? random.nextInt(4) : 0;
    }

    private GenericData.Record nextRecord(Schema schema, int depth) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), next(field.schema(), depth + 1));
        }
        return record;
    }
}
