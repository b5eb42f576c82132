package dev.daybook.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class AvroInputTest {

    @Test
    void reads_arrays_in_blocks_with_and_without_their_size() {
        assertThat(input(2, 4, /* then -2 items of 2 bytes */ 3, 4, 6, 8, 0).readList(AvroInput::readInt))
                .isEqualTo(List.of(2, 3, 4));
    }

    @Test
    void refuses_a_count_of_items_that_cannot_be_there() {
        assertMalformed(() -> input(20, 0).readList(AvroInput::readInt), "10 items cannot be in 1 bytes");
        assertMalformed(
                () -> input(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0)
                        .readList(AvroInput::readInt),
                "-9223372036854775808 items cannot be in 0 bytes");
    }

    @Test
    void refuses_lengths_beyond_the_end() {
        assertMalformed(() -> input(4, 'a').readString(), "a length of 2 was found where 1 bytes are left");
        assertMalformed(() -> input(1).readBytes(), "a length of -1 was found where 0 bytes are left");
    }

    @Test
    void refuses_numbers_that_are_too_long() {
        assertMalformed(
                () -> input(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0)
                        .readLong(),
                "a number has at most 10 bytes, but found more");
        assertMalformed(
                () -> input(0x80, 0x80, 0x80, 0x80, 0x10).readInt(), "an int has 32 bits, but found 2147483648");
    }

    @Test
    void refuses_what_is_neither_true_nor_false() {
        assertMalformed(() -> input(2).readBoolean(), "a boolean is 0 or 1, but found 2");
        assertMalformed(() -> input(4).readPresence(0), "a union of two has branches 0 and 1, but found 2");
    }

    @Test
    void reads_a_decimal_with_more_bytes_than_it_needs() {
        assertThat(input(4, 0, 5).readDecimal(1)).isEqualTo(new BigDecimal("0.5"));
        assertThat(input(4, 0xff, 0xfb).readDecimal(1)).isEqualTo(new BigDecimal("-0.5"));
        assertMalformed(() -> input(0).readDecimal(1), "a decimal has at least one byte, but found none");
    }

    @Test
    void keeps_within_its_part_of_the_array() {
        AvroInput in = new AvroInput(new byte[] {1, 2, 3, 4}, 1, 2);

        assertThat(in.readInt()).isEqualTo(1);
        assertThat(in.readInt()).isEqualTo(-2);
        assertMalformed(in::readInt, "it ends too early");
    }

    private static void assertMalformed(ThrowingCallable read, String reason) {
        assertThatThrownBy(read).isInstanceOf(AvroInput.Malformed.class).hasMessage(reason);
    }

    private static AvroInput input(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new AvroInput(bytes, 0, bytes.length);
    }
}
