package dev.daybook.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashSet;
import java.util.Set;

/** Makes up values, to try a command with. */
public final class Examples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    // A record within itself: the example ends there.
    private final Set<String> open = new HashSet<>();

    private Examples() {}

    /** An object that the record's reader accepts. */
    public static ObjectNode of(RecordType record) {
        return new Examples().record(record);
    }

    private ObjectNode record(RecordType record) {
        var example = NODES.objectNode();
        open.add(record.schema().getFullName());
        for (var field : record.fields()) {
            var absent = field.absent();
            example.set(
                    field.name(),
                    absent == null
                            ? value(field.type(), field.name())
                            : JsonNodes.of(out -> field.type().write(absent, out)));
        }
        open.remove(record.schema().getFullName());
        return example;
    }

    private JsonNode value(JsonType type, String name) {
        return switch (type) {
            case StringType _ -> NODES.textNode(name);
            case BooleanType _ -> NODES.booleanNode(true);
            case WholeType _ -> NODES.numberNode(1);
            case FloatingType _ -> NODES.numberNode(1.5);
            case DecimalType decimal -> NODES.textNode(decimal(decimal));
            case TimestampType _ -> NODES.textNode("2026-11-01T12:30:00Z");
            case DateType _ -> NODES.textNode("2026-11-01");
            case BytesType _ -> NODES.textNode("AQID");
            case EnumType symbols -> NODES.textNode(symbols.symbols().getFirst());
            case ListType list ->
                leadsBack(list.element())
                        ? NODES.arrayNode()
                        : NODES.arrayNode().add(value(list.element(), name));
            case MapType map ->
                leadsBack(map.value()) ? NODES.objectNode() : NODES.objectNode().set("name", value(map.value(), name));
            case OptionalType optional ->
                leadsBack(optional.present()) ? NODES.nullNode() : value(optional.present(), name);
            case RecordType record -> record(record);
        };
    }

    private boolean leadsBack(JsonType type) {
        return type instanceof RecordType record
                && open.contains(record.schema().getFullName());
    }

    private static String decimal(DecimalType type) {
        var whole = type.precision() > type.scale() ? "1" : "0";
        return type.scale() > 0 ? whole + ".5" : whole;
    }
}
