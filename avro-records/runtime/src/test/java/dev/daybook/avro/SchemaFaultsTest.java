package dev.daybook.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class SchemaFaultsTest {

    @Test
    void finds_none_in_the_same_schema() {
        Schema list = schema("{'type': 'record', 'name': 'R', 'fields': [{'name': 'next', 'type': ['null', 'R']}]}");

        assertThat(SchemaFaults.of(list, list)).isEmpty();
    }

    @Test
    void names_fields_behind_unions_arrays_and_maps() {
        String record = record(
                "R", "{'name': 'rows', 'type': ['null', {'type': 'array', 'items': {'type': 'map', 'values': %s}}]}");

        assertThat(faults(
                        record.formatted(record("Cell", "{'name': 'value', 'type': 'int'}")),
                        record.formatted(record("Cell", "{'name': 'value', 'type': 'string'}"))))
                .containsExactly(
                        "field rows[]{}.value: TYPE_MISMATCH: reader type: INT not compatible with writer type:"
                                + " STRING");
    }

    @Test
    void names_every_field_of_one_broken_type() {
        String record = record("R", "{'name': 'a', 'type': %s}, {'name': 'b', 'type': 'E'}");

        assertThat(faults(
                        record.formatted("{'type': 'enum', 'name': 'E', 'symbols': ['X']}"),
                        record.formatted("{'type': 'enum', 'name': 'E', 'symbols': ['X', 'Y']}")))
                .containsExactly(
                        "field a: MISSING_ENUM_SYMBOLS: the symbols [Y] are missing, and there is no default symbol",
                        "field b: MISSING_ENUM_SYMBOLS: the symbols [Y] are missing, and there is no default symbol");
    }

    @Test
    void finds_that_null_may_come_where_none_is_expected() {
        assertThat(faults(
                        record("R", "{'name': 'a', 'type': 'int'}"),
                        record("R", "{'name': 'a', 'type': ['null', 'int']}")))
                .containsExactly("field a: TYPE_MISMATCH: reader type: INT not compatible with writer type: NULL");
    }

    @Test
    void finds_that_no_branch_fits() {
        assertThat(faults(
                        record("R", "{'name': 'a', 'type': ['null', 'int']}"),
                        record("R", "{'name': 'a', 'type': 'string'}")))
                .containsExactly("field a: MISSING_UNION_BRANCH: reader union lacking writer type: STRING");
    }

    @Test
    void lets_a_decimal_grow_but_not_shift_or_shrink() {
        assertThat(faults(decimal(12, 2), decimal(9, 2))).isEmpty();
        assertThat(faults(decimal(9, 2), decimal(12, 2)))
                .containsExactly(
                        "field a: LOGICAL_TYPE_MISMATCH: expected decimal(9, 2), but it was written as decimal(12, 2)");
        assertThat(faults(decimal(12, 3), decimal(12, 2))).hasSize(1);
    }

    @Test
    void takes_a_type_without_a_meaning_for_one_with_any() {
        String plain = record("R", "{'name': 'a', 'type': 'long'}");
        String micros = record("R", "{'name': 'a', 'type': {'type': 'long', 'logicalType': 'timestamp-micros'}}");
        String millis = record("R", "{'name': 'a', 'type': {'type': 'long', 'logicalType': 'timestamp-millis'}}");

        assertThat(faults(micros, plain)).isEmpty();
        assertThat(faults(micros, millis))
                .containsExactly("field a: LOGICAL_TYPE_MISMATCH: expected timestamp-micros, but it was written as"
                        + " timestamp-millis");
    }

    @Test
    void knows_a_record_by_its_alias() {
        String reader = "{'type': 'record', 'name': 'New', 'aliases': ['Old'], 'fields': []}";

        assertThat(faults(reader, record("Old", ""))).isEmpty();
        assertThat(faults(reader, record("Other", "")))
                .containsExactly("NAME_MISMATCH: expected New, but it was written as Other");
    }

    private static List<String> faults(String reader, String writer) {
        return SchemaFaults.of(schema(reader), schema(writer)).stream()
                .map(SchemaFault::toString)
                .toList();
    }

    private static String decimal(int precision, int scale) {
        return record(
                "R",
                "{'name': 'a', 'type': {'type': 'bytes', 'logicalType': 'decimal', 'precision': %d, 'scale': %d}}"
                        .formatted(precision, scale));
    }

    private static String record(String name, String fields) {
        return "{'type': 'record', 'name': '" + name + "', 'fields': [" + fields + "]}";
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
