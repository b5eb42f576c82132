package dev.daybook.http.json;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.RecordCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Makes up values of schemas. */
final class AnyRecord {
    private static final long FIRST_MICRO = -62_135_596_800_000_000L; // The year 1.
    private static final long LAST_MICRO = 253_402_300_799_999_999L; // The year 9999.

    private AnyRecord() {}

    static <T extends AvroRecord> Arbitrary<T> of(RecordCodec<T> codec) {
        return value(codec.schema()).map(value -> {
            var bytes = binary(codec.schema(), value);
            return codec.decode(bytes, 0, bytes.length);
        });
    }

    static byte[] binary(Schema schema, @Nullable Object value) {
        var bytes = new ByteArrayOutputStream();
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<@Nullable Object>(schema).write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Arbitrary<Object> value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> Arbitraries.of(schema.getEnumSymbols()).map(name -> new GenericData.EnumSymbol(schema, name));
            case ARRAY -> value(schema.getElementType()).list().ofMaxSize(3).map(list -> (Object) list);
            case MAP ->
                Arbitraries.maps(text(), value(schema.getValueType()))
                        .ofMaxSize(3)
                        .map(map -> (Object) map);
            case UNION ->
                value(schema.getTypes().stream()
                                .filter(branch -> branch.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow())
                        .injectNull(0.3);
            case STRING -> text().map(text -> (Object) text);
            case BYTES -> bytes(schema);
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date
                        ? Arbitraries.integers().between(-700_000, 2_900_000).map(day -> (Object) day)
                        : Arbitraries.integers().map(number -> (Object) number);
            case LONG -> longs(schema);
            case FLOAT -> Arbitraries.floats().map(number -> (Object) number);
            case DOUBLE -> Arbitraries.doubles().map(number -> (Object) number);
            case BOOLEAN -> Arbitraries.of(true, false).map(flag -> (Object) flag);
            case FIXED, NULL -> throw new IllegalArgumentException("There are no records with " + schema);
        };
    }

    private static Arbitrary<Object> record(Schema schema) {
        List<Arbitrary<Object>> fields =
                schema.getFields().stream().map(field -> value(field.schema())).toList();
        return Combinators.combine(fields).as(values -> {
            var record = new GenericData.Record(schema);
            for (var i = 0; i < values.size(); i++) {
                record.put(i, values.get(i));
            }
            return record;
        });
    }

    private static Arbitrary<Object> bytes(Schema schema) {
        return switch (schema.getLogicalType()) {
            case LogicalTypes.Decimal decimal -> {
                var bound = BigInteger.TEN.pow(decimal.getPrecision()).subtract(BigInteger.ONE);
                yield Arbitraries.bigIntegers().between(bound.negate(), bound).map(unscaled ->
                        (Object) ByteBuffer.wrap(unscaled.toByteArray()));
            }
            case null, default ->
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(ByteBuffer::wrap);
        };
    }

    private static Arbitrary<Object> longs(Schema schema) {
        return switch (schema.getLogicalType()) {
            case LogicalTypes.TimestampMicros _ ->
                Arbitraries.longs().between(FIRST_MICRO, LAST_MICRO).map(time -> time);
            case LogicalTypes.TimestampMillis _ ->
                Arbitraries.longs()
                        .between(FIRST_MICRO / 1000, LAST_MICRO / 1000)
                        .map(time -> time);
            case null, default -> Arbitraries.longs().map(number -> number);
        };
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(10).filter(AnyRecord::isWellFormed);
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
