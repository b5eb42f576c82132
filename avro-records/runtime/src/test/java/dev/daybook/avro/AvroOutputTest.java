package dev.daybook.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what Avro's encoder writes, at the edges of every type. */
final class AvroOutputTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void writes_ints(int value) throws IOException {
        byte[] bytes = written(out -> out.writeInt(value));

        assertThat(bytes).isEqualTo(byAvro(encoder -> encoder.writeInt(value)));
        assertThat(new AvroInput(bytes, 0, bytes.length).readInt()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 34, -1L << 48, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE})
    void writes_longs(long value) throws IOException {
        byte[] bytes = written(out -> out.writeLong(value));

        assertThat(bytes).isEqualTo(byAvro(encoder -> encoder.writeLong(value)));
        assertThat(new AvroInput(bytes, 0, bytes.length).readLong()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1.5, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY})
    void writes_doubles_and_floats(double value) throws IOException {
        assertThat(written(out -> out.writeDouble(value))).isEqualTo(byAvro(encoder -> encoder.writeDouble(value)));
        assertThat(written(out -> out.writeFloat((float) value)))
                .isEqualTo(byAvro(encoder -> encoder.writeFloat((float) value)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 127, 128, 129, 300, 8192})
    void writes_strings_of_any_length_and_script(int length) throws IOException {
        for (String letter : new String[] {"a", "é", "語", "😀"}) {
            String value = letter.repeat(length);
            assertThat(written(out -> out.writeString(value))).isEqualTo(byAvro(encoder -> encoder.writeString(value)));
            String mixed = "a".repeat(length) + letter;
            assertThat(written(out -> out.writeString(mixed))).isEqualTo(byAvro(encoder -> encoder.writeString(mixed)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "127",
                "128",
                "-128",
                "-129",
                "32767",
                "32768",
                "-32768",
                "-32769",
                "999999999999999999",
                "-999999999999999999",
                "1000000000000000000",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "-9223372036854775809",
                "99999999999999999999999999999999999999",
                "-99999999999999999999999999999999999999"
            })
    void writes_decimals(String unscaled) throws IOException {
        BigDecimal value = new BigDecimal(new BigInteger(unscaled), 4);
        byte[] bytes = written(out -> out.writeDecimal(value));

        assertThat(bytes)
                .isEqualTo(byAvro(
                        encoder -> encoder.writeBytes(value.unscaledValue().toByteArray())));
        assertThat(new AvroInput(bytes, 0, bytes.length).readDecimal(4)).isEqualTo(value);
    }

    @Test
    void grows_and_starts_again() {
        AvroOutput out = new AvroOutput(0);
        for (int i = 0; i < 10_000; i++) {
            out.writeBoolean(i % 2 == 0);
        }
        assertThat(out.length()).isEqualTo(10_000);

        out.reset();
        out.writeBoolean(true);

        assertThat(out.toByteArray()).containsExactly(1);
    }

    private static byte[] written(Consumer<AvroOutput> write) {
        AvroOutput out = new AvroOutput(0);
        write.accept(out);
        return out.toByteArray();
    }

    private static byte[] byAvro(AvroWrite write) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        write.to(encoder);
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface AvroWrite {
        void to(BinaryEncoder encoder) throws IOException;
    }
}
