package dev.daybook.avro.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.MalformedRecordException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

/** What a generated record makes of its components. */
final class RecordTest {
    private static final Point POINT = new Point(1, 2, new BigDecimal("0.50"));

    private static final Nullables NONE = Nullables.CODEC.decode(new byte[16], 0, 16);

    @Test
    void gives_decimals_the_scale_of_the_schema() {
        assertThat(new Point(1, 2, new BigDecimal("0.5"))).isEqualTo(POINT);
        assertThat(new Point(1, 2, new BigDecimal("5E+2")).weight()).isEqualTo(new BigDecimal("500.00"));
    }

    @Test
    void refuses_a_decimal_that_does_not_fit_and_names_it() {
        assertThatThrownBy(() -> POINT.withWeight(new BigDecimal("0.123")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Point.weight must be a decimal of at most 9 digits, 2 of them after the point, but is 0.123");
        assertThatThrownBy(() -> POINT.withWeight(new BigDecimal("12345678.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POINT.withWeight(new BigDecimal("1E+1000000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refuses_a_missing_value_and_names_it() {
        assertThatThrownBy(() -> new Codec(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Codec.value");
    }

    @Test
    void refuses_half_a_surrogate_pair_and_names_its_place() {
        assertThatThrownBy(() -> new Codec("a\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Codec.value must be well-formed text, but has half a surrogate pair at index 1");
        assertThat(new Codec("a\uD83D\uDE00").value()).hasSize(3);
    }

    @Test
    void cuts_times_to_the_units_of_the_schema() {
        assertThat(NONE.withMicros(Instant.parse("1969-12-31T23:59:59.123456789Z"))
                        .micros())
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.123456Z"));
        assertThatThrownBy(() -> NONE.withMicros(Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Nullables.micros must fit into 64 bits, but is +1000000000");
    }

    @Test
    void copies_lists_and_maps() {
        List<Tree> children = new ArrayList<>();
        Tree tree = new Tree("root", children, null);
        children.add(tree);

        assertThat(tree.children()).isEmpty();
        assertThatThrownBy(() -> tree.children().add(tree)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void writes_equal_maps_as_equal_bytes() {
        Map<String, BigDecimal> upwards = new LinkedHashMap<>(Map.of("a", BigDecimal.ONE));
        upwards.put("b", BigDecimal.TWO);
        Map<String, BigDecimal> downwards = new LinkedHashMap<>(Map.of("b", BigDecimal.TWO));
        downwards.put("a", BigDecimal.ONE);

        assertThat(Nullables.CODEC.encode(NONE.withPrices(upwards)))
                .isEqualTo(Nullables.CODEC.encode(NONE.withPrices(downwards)));
    }

    @Test
    void shows_its_fields_to_avro_by_name() {
        assertThat(POINT.get("y")).isEqualTo(POINT.get(1));
        assertThatThrownBy(() -> POINT.get("z"))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining("has no field 'z'");
        assertThatThrownBy(() -> POINT.put("x", 7)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void cannot_be_changed() {
        assertThatThrownBy(() -> POINT.put(0, 7))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("dev.daybook.avro.specimen.Point is immutable");
        assertThatThrownBy(() -> POINT.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void is_what_Avros_generic_reader_expects() throws Exception {
        byte[] bytes = Point.CODEC.encode(POINT);

        GenericRecord generic = new GenericDatumReader<GenericRecord>(Point.CODEC.schema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));

        assertThat(List.of(generic.get("x"), generic.get("y"), generic.get("weight")))
                .isEqualTo(List.of(POINT.get(0), POINT.get(1), POINT.get(2)));
    }

    @Test
    void refuses_what_is_nested_without_end() {
        byte[] children = new byte[3_000_000]; // each a name of no letters, and one child
        for (int i = 1; i < children.length; i += 2) {
            children[i] = 2;
        }

        assertThatThrownBy(() -> Tree.CODEC.decode(children, 0, children.length))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("The bytes are no dev.daybook.avro.specimen.Tree: it is nested too deep");
    }

    @Test
    void refuses_text_that_is_no_utf_8() {
        assertThatThrownBy(() -> Codec.CODEC.decode(new byte[] {2, -1}, 0, 2))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage(
                        "The bytes are no dev.daybook.avro.specimen.Codec: a string is UTF-8, but found other bytes");
        assertThat(new Codec("\uFFFD")).isEqualTo(Codec.CODEC.decode(new byte[] {6, -17, -65, -67}, 0, 4));
    }

    @Test
    void keeps_its_names_in_Avro_whatever_Java_reserves() {
        assertThat(Keyword.class$).hasToString("class");
        assertThat(Reserved.CODEC.schema().getFields().get(0).name()).isEqualTo("class");
    }
}
