package dev.daybook.avro.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.avro.AvroRecord;
import dev.daybook.avro.IncompatibleSchemaException;
import dev.daybook.avro.MalformedRecordException;
import dev.daybook.avro.RecordCodec;
import dev.daybook.avro.SchemaFault;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** Reading what was written with another schema. */
final class ResolutionTest {

    @Test
    void takes_the_default_of_a_field_that_was_not_written() {
        Point point = read(Point.CODEC, writer("Point", "{'name': 'x', 'type': 'int'}"), Map.of("x", 3));

        assertThat(point).isEqualTo(new Point(3, 0, BigDecimal.ZERO));
    }

    @Test
    void skips_a_field_that_it_does_not_know() {
        Schema writer = writer(
                "Codec",
                "{'name': 'note', 'type': ['null', {'type': 'array', 'items': 'string'}]}, {'name': 'value', 'type':"
                        + " 'string'}");

        assertThat(read(Codec.CODEC, writer, Map.of("note", List.of("a", "b"), "value", "kept")))
                .isEqualTo(new Codec("kept"));
    }

    @Test
    void finds_fields_in_any_order() {
        Schema writer = writer(
                "Tree",
                "{'name': 'children', 'type': {'type': 'array', 'items': 'Tree'}}, {'name': 'name', 'type': 'string'}");
        var leaf = new GenericRecordBuilder(writer)
                .set("children", List.of())
                .set("name", "leaf")
                .build();

        assertThat(read(Tree.CODEC, writer, Map.of("children", List.of(leaf), "name", "root")))
                .isEqualTo(new Tree("root", List.of(new Tree("leaf", List.of(), null)), null));
    }

    @Test
    void widens_numbers() {
        Schema writer = writer("Wide", "{'name': 'number', 'type': 'int'}, {'name': 'fraction', 'type': 'float'}");

        assertThat(read(Wide.CODEC, writer, Map.of("number", -7, "fraction", 0.5f)))
                .isEqualTo(new Wide(-7, 0.5, "", Color.RED, null));
    }

    @Test
    void reads_bytes_as_a_string() {
        Schema writer = writer("Wide", "{'name': 'text', 'type': 'bytes'}");

        assertThat(read(Wide.CODEC, writer, Map.of("text", ByteBuffer.wrap(new byte[] {'o', 'k'})))
                        .text())
                .isEqualTo("ok");
    }

    @Test
    void finds_a_record_and_a_field_by_their_old_names() {
        Schema writer = writer("Broad", "{'name': 'count', 'type': 'long'}");

        assertThat(read(Wide.CODEC, writer, Map.of("count", 5L)).number()).isEqualTo(5);
    }

    @Test
    void takes_the_default_symbol_for_one_that_it_does_not_know() {
        Schema writer = writer(
                "Wide", "{'name': 'color', 'type': {'type': 'enum', 'name': 'Color', 'symbols': ['PINK', 'BLUE']}}");
        Schema colors = writer.getField("color").schema();

        assertThat(read(Wide.CODEC, writer, Map.of("color", new GenericData.EnumSymbol(colors, "PINK")))
                        .color())
                .isEqualTo(Color.RED);
        assertThat(read(Wide.CODEC, writer, Map.of("color", new GenericData.EnumSymbol(colors, "BLUE")))
                        .color())
                .isEqualTo(Color.BLUE);
    }

    @Test
    void reads_a_required_field_as_one_that_may_be_missing() {
        Schema writer = writer(
                "Wide",
                "{'name': 'point', 'type': {'type': 'record', 'name': 'Point', 'fields': [{'name': 'x', 'type':"
                        + " 'int'}]}}");
        var point = new GenericRecordBuilder(writer.getField("point").schema())
                .set("x", 1)
                .build();

        assertThat(read(Wide.CODEC, writer, Map.of("point", point)).point())
                .isEqualTo(new Point(1, 0, BigDecimal.ZERO));
    }

    @Test
    void reads_a_union_whose_branches_were_in_another_order() {
        Schema writer = writer(
                "Nullables",
                "{'name': 'text', 'type': ['string', 'null']}, {'name': 'last', 'type': ['null', 'string']}");

        Nullables read = read(Nullables.CODEC, writer, Map.of("text", "here"));

        assertThat(read.text()).isEqualTo("here");
        assertThat(read.last()).isNull();
    }

    @Test
    void needs_no_resolution_for_a_schema_that_differs_in_docs_and_defaults_only() {
        Schema writer = writer("Codec", "{'name': 'value', 'type': 'string', 'default': 'x', 'doc': 'y'}");

        assertThat(read(Codec.CODEC, writer, Map.of("value", "z"))).isEqualTo(new Codec("z"));
    }

    @Test
    void refuses_a_schema_that_lacks_a_required_field_and_has_another_type() {
        Schema writer = writer("Point", "{'name': 'y', 'type': 'string'}");

        assertThatExceptionOfType(IncompatibleSchemaException.class)
                .isThrownBy(() -> Point.CODEC.reader(writer))
                .withMessage("What was written as dev.daybook.avro.specimen.Point cannot be read as"
                        + " dev.daybook.avro.specimen.Point: field x: READER_FIELD_MISSING_DEFAULT_VALUE: it"
                        + " is missing in what was written, and has no default; field y: TYPE_MISMATCH:"
                        + " reader type: INT not compatible with writer type: STRING")
                .satisfies(e ->
                        assertThat(e.faults()).extracting(SchemaFault::field).containsExactly("x", "y"));
    }

    @Test
    void refuses_trailing_bytes_after_resolving() {
        var reader = Point.CODEC.reader(writer("Point", "{'name': 'x', 'type': 'int'}"));

        assertThatThrownBy(() -> reader.read(new byte[] {2, 2}, 0, 2))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("The bytes are no dev.daybook.avro.specimen.Point: bytes are left after its end");
        assertThat(reader.read(new byte[] {2}, 0, 1).x()).isEqualTo(1);
    }

    private static <T extends AvroRecord> T read(RecordCodec<T> codec, Schema writer, Map<String, ?> fields) {
        var record = new GenericRecordBuilder(writer);
        writer.getFields().stream()
                .filter(field -> !fields.containsKey(field.name()))
                .forEach(field -> record.set(field, null));
        fields.forEach(record::set);
        byte[] bytes = RandomRecords.binary(writer, record.build());
        return codec.reader(writer).read(bytes, 0, bytes.length);
    }

    private static Schema writer(String name, String fields) {
        return new Schema.Parser()
                .parse("{'type': 'record', 'namespace': 'dev.daybook.avro.specimen', 'name': '%s', 'fields': [%s]}"
                        .formatted(name, fields)
                        .replace('\'', '"'));
    }
}
