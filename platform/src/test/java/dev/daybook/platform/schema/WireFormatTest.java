package dev.daybook.platform.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {

    @Test
    void the_id_is_big_endian_behind_a_zero_byte() {
        assertThat(WireFormat.message(0x01020304, new byte[] {9, 8, 7}, 2)).isEqualTo(new byte[] {0, 1, 2, 3, 4, 9, 8});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 65_536, Integer.MAX_VALUE, -1})
    void reads_every_id_that_it_writes(int id) {
        assertThat(WireFormat.schemaId(WireFormat.message(id, new byte[0], 0))).isEqualTo(id);
    }

    @Test
    void refuses_what_is_too_short() {
        assertThatThrownBy(() -> WireFormat.schemaId(new byte[] {0, 0, 0, 1}))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("at least 5 bytes, magic byte and schema id, but this one has 4");
    }

    @Test
    void refuses_another_magic_byte() {
        assertThatThrownBy(() -> WireFormat.schemaId("{\"a\": 1}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("begins with the magic byte 0, but this one with 123");
    }
}
