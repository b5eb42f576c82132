package dev.daybook.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybook.http.json.BooleanType;
import dev.daybook.http.json.BytesType;
import dev.daybook.http.json.DateType;
import dev.daybook.http.json.DecimalType;
import dev.daybook.http.json.EnumType;
import dev.daybook.http.json.FloatingType;
import dev.daybook.http.json.JsonType;
import dev.daybook.http.json.ListType;
import dev.daybook.http.json.MapType;
import dev.daybook.http.json.OptionalType;
import dev.daybook.http.json.RecordType;
import dev.daybook.http.json.StringType;
import dev.daybook.http.json.TimestampType;
import dev.daybook.http.json.WholeType;
import org.jspecify.annotations.Nullable;

/** Writes types as JSON Schema (2020-12, the dialect of OpenAPI 3.1); records become components of their own. */
public final class JsonSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NUMBER = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";

    private final ObjectNode components;

    /**
     * A writer of schemas.
     *
     * @param components where the schemas of records go
     */
    JsonSchemas(ObjectNode components) {
        this.components = components;
    }

    /** The schema of a type; that of a record is a reference to its component. */
    public ObjectNode of(JsonType type) {
        return switch (type) {
            case StringType _ -> typed("string", null);
            case BooleanType _ -> typed("boolean", null);
            case WholeType whole ->
                typed("integer", "int" + whole.bits())
                        .put("minimum", whole.min())
                        .put("maximum", whole.max());
            case FloatingType floating -> floating(floating);
            case DecimalType decimal -> decimal(decimal);
            case TimestampType _ -> typed("string", "date-time");
            case DateType _ -> typed("string", "date");
            case BytesType _ -> typed("string", null).put("contentEncoding", "base64");
            case EnumType symbols -> {
                var schema = typed("string", null);
                symbols.symbols().forEach(schema.putArray("enum")::add);
                yield schema;
            }
            case ListType list -> typed("array", null).set("items", of(list.element()));
            case MapType map -> typed("object", null).set("additionalProperties", of(map.value()));
            case OptionalType optional -> {
                var schema = NODES.objectNode();
                schema.putArray("anyOf").add(of(optional.present())).add(typed("null", null));
                yield schema;
            }
            case RecordType record -> reference(record);
        };
    }

    private ObjectNode reference(RecordType record) {
        var name = record.schema().getFullName();
        if (!components.has(name)) {
            var schema = typed("object", null);
            // Known before its fields are: one of them may lead back to it.
            components.set(name, schema);
            describe(schema, record.schema().getDoc());
            fields(record, schema);
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void fields(RecordType record, ObjectNode schema) {
        var properties = NODES.objectNode();
        var required = NODES.arrayNode();
        for (var field : record.fields()) {
            var property = of(field.type());
            describe(property, field.schema().doc());
            var absent = field.absent();
            if (absent != null) {
                property.set("default", JsonNodes.of(out -> field.type().write(absent, out)));
            }
            properties.set(field.name(), property);
            if (!field.isOptional()) {
                required.add(field.name());
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
    }

    private static ObjectNode floating(FloatingType type) {
        var schema = NODES.objectNode();
        schema.put("format", type.bits() == Float.SIZE ? "float" : "double");
        var kinds = schema.putArray("anyOf");
        kinds.add(typed("number", null));
        kinds.addObject().putArray("enum").add("NaN").add("Infinity").add("-Infinity");
        return schema;
    }

    private static ObjectNode decimal(DecimalType type) {
        var schema = NODES.objectNode();
        schema.putArray("type").add("string").add("number");
        return schema.put("format", "decimal").put("pattern", NUMBER).put("description", type.expected());
    }

    private static ObjectNode typed(String type, @Nullable String format) {
        var schema = NODES.objectNode().put("type", type);
        return format == null ? schema : schema.put("format", format);
    }

    private static void describe(ObjectNode schema, @Nullable String doc) {
        if (doc != null) {
            var said = schema.path("description").asText();
            schema.put("description", said.isEmpty() ? doc : doc + " (" + said + ")");
        }
    }
}
