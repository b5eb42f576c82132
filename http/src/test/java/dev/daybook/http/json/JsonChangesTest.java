package dev.daybook.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonChangesTest {
    private static final Schema LINE = SchemaBuilder.record("Line")
            .fields()
            .requiredString("product")
            .requiredInt("quantity")
            .endRecord();
    private static final Schema EMPTY = SchemaBuilder.record("NoCart").fields().endRecord();
    private static final Schema CART = SchemaBuilder.record("Cart")
            .fields()
            .requiredString("owner")
            .optionalString("note")
            .name("lines")
            .type()
            .array()
            .items(LINE)
            .noDefault()
            .name("labels")
            .type()
            .map()
            .values()
            .intType()
            .noDefault()
            .endRecord();

    @Test
    void equal_records_have_none() {
        assertThat(changes(cart("A", "n", "tea 1"), cart("A", "n", "tea 1"))).isEmpty();
    }

    @Test
    void a_field_that_changes_shows_both_values() {
        assertThat(changes(cart("A", null), cart("B", null)))
                .containsExactly("{\"path\":\"/owner\",\"from\":\"A\",\"to\":\"B\"}");
    }

    @Test
    void what_comes_has_no_from_and_what_goes_has_no_to() {
        assertThat(changes(cart("A", null), cart("A", "n"))).containsExactly("{\"path\":\"/note\",\"to\":\"n\"}");
        assertThat(changes(cart("A", "n"), cart("A", null))).containsExactly("{\"path\":\"/note\",\"from\":\"n\"}");
    }

    @Test
    void a_record_of_another_type_comes_field_by_field() {
        assertThat(changes(new GenericData.Record(EMPTY), cart("A", null)))
                .containsExactly(
                        "{\"path\":\"/owner\",\"to\":\"A\"}",
                        "{\"path\":\"/lines\",\"to\":[]}",
                        "{\"path\":\"/labels\",\"to\":{}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        tea 1, nut 2        | tea 1, nut 2, jam 3 | {"path":"/lines/2","to":{"product":"jam","quantity":3}}
        tea 1, nut 2, jam 3 | tea 1, jam 3        | {"path":"/lines/1","from":{"product":"nut","quantity":2}}
        tea 1, nut 2        | nut 2               | {"path":"/lines/0","from":{"product":"tea","quantity":1}}
        nut 2               | tea 1, nut 2        | {"path":"/lines/0","to":{"product":"tea","quantity":1}}
        tea 1, nut 2, jam 3 | tea 1, nut 5, jam 3 | {"path":"/lines/1/quantity","from":2,"to":5}
        tea 1, tea 1        | tea 1               | {"path":"/lines/1","from":{"product":"tea","quantity":1}}
        """)
    void an_element_that_comes_goes_or_changes_is_one_change(String before, String after, String change) {
        assertThat(changes(cart("A", null, before.split(", ")), cart("A", null, after.split(", "))))
                .containsExactly(change);
    }

    @Test
    void a_map_changes_name_by_name() {
        var before = cart("A", null);
        var after = cart("A", null);
        before.put(3, Map.of("a/b", 1, "same", 1));
        after.put(3, Map.of("a/b", 2, "same", 1));

        assertThat(changes(before, after)).containsExactly("{\"path\":\"/labels/a~1b\",\"from\":1,\"to\":2}");
    }

    private static List<String> changes(IndexedRecord before, IndexedRecord after) {
        return JsonChanges.between(before, after).stream()
                .map(change -> (JsonBody) change::write)
                .map(body -> new String(body.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static IndexedRecord cart(String owner, @Nullable String note, String... lines) {
        var cart = new GenericData.Record(CART);
        cart.put("owner", owner);
        cart.put("note", note);
        cart.put("lines", Stream.of(lines).map(JsonChangesTest::line).toList());
        cart.put("labels", Map.of());
        return cart;
    }

    private static IndexedRecord line(String text) {
        var parts = text.split(" ", 2);
        var line = new GenericData.Record(LINE);
        line.put("product", parts[0]);
        line.put("quantity", Integer.valueOf(parts[1]));
        return line;
    }
}
