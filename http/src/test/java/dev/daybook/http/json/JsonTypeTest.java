package dev.daybook.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import dev.daybook.http.JsonBody;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Every kind of schema that records are generated for, whether or not a message of today has it. */
class JsonTypeTest {
    private static final Schema EVERY_KIND = new Schema.Parser().parse("""
        {"type": "record", "name": "EveryKind", "namespace": "test", "fields": [
          {"name": "flag", "type": "boolean"},
          {"name": "small", "type": "int"},
          {"name": "large", "type": "long"},
          {"name": "single", "type": "float"},
          {"name": "twofold", "type": "double"},
          {"name": "text", "type": "string"},
          {"name": "data", "type": "bytes"},
          {"name": "amount", "type": {"type": "bytes", "logicalType": "decimal", "precision": 38, "scale": 8}},
          {"name": "whole", "type": {"type": "bytes", "logicalType": "decimal", "precision": 3, "scale": 0}},
          {"name": "share", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 4}},
          {"name": "micros", "type": {"type": "long", "logicalType": "timestamp-micros"}},
          {"name": "millis", "type": {"type": "long", "logicalType": "timestamp-millis"}},
          {"name": "day", "type": {"type": "int", "logicalType": "date"}},
          {"name": "colour", "type": {"type": "enum", "name": "Colour", "symbols": ["RED", "GREEN"]}},
          {"name": "texts", "type": {"type": "array", "items": "string"}},
          {"name": "byName", "type": {"type": "map", "values": "long"}},
          {"name": "maybe", "type": ["null", "Colour"]},
          {"name": "inner", "type": {"type": "record", "name": "Inner", "fields": [
            {"name": "maybeText", "type": ["null", "string"]}]}}]}
        """);

    @Property
    void reads_what_it_wrote_as_the_same_bytes(@ForAll("everyKind") Object value) throws IOException {
        var type = JsonType.of(EVERY_KIND);
        JsonBody document = out -> type.write(value, out);

        var read = read(type, document.bytes());

        assertThat(AnyRecord.binary(EVERY_KIND, read)).isEqualTo(AnyRecord.binary(EVERY_KIND, value));
    }

    @Provide
    Arbitrary<Object> everyKind() {
        return AnyRecord.value(EVERY_KIND);
    }

    @Test
    void reads_a_record_within_itself() throws IOException {
        var tree = new Schema.Parser().parse("""
            {"type": "record", "name": "Tree", "fields": [
              {"name": "children", "type": {"type": "array", "items": "Tree"}}]}
            """);

        var read = read(JsonType.of(tree), "{\"children\": [{\"children\": []}]}".getBytes(UTF_8));

        assertThat(read).hasToString("{\"children\": [{\"children\": []}]}");
    }

    @Test
    void has_no_form_for_what_records_are_not_generated_for() {
        var twoBranches = SchemaBuilder.unionOf().intType().and().stringType().endUnion();

        assertThatThrownBy(() -> JsonType.of(twoBranches)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonType.of(Schema.createFixed("Fixed", null, null, 4)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object read(JsonType type, byte[] document) throws IOException {
        try (var parser = new JsonFactory().createParser(document)) {
            var in = new JsonInput(parser, JsonLimits.DEFAULT);
            in.next();
            var value = type.read(in);
            assertThat(in.faults()).isEmpty();
            return requireNonNull(value);
        }
    }
}
