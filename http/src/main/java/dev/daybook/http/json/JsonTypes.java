package dev.daybook.http.json;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Finds the type of each schema; a record that refers to itself meets its own type again. */
final class JsonTypes {
    private final Map<String, RecordType> records = new HashMap<>();

    JsonType of(Schema schema) {
        return switch (schema.getLogicalType()) {
            case LogicalTypes.Decimal decimal -> DecimalType.of(schema, decimal);
            case LogicalTypes.TimestampMicros _ -> new TimestampType();
            case null -> plain(schema);
            default -> throw unsupported(schema);
        };
    }

    private JsonType plain(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> new EnumType(schema);
            case ARRAY -> new ListType(of(schema.getElementType()));
            case MAP -> new MapType(of(schema.getValueType()));
            case UNION -> new OptionalType(of(onlyBranch(schema)));
            case STRING -> new StringType();
            case BYTES -> new BytesType();
            case INT -> WholeType.INT;
            case LONG -> WholeType.LONG;
            case FLOAT -> FloatingType.FLOAT;
            case DOUBLE -> FloatingType.DOUBLE;
            case BOOLEAN -> new BooleanType();
            case FIXED, NULL -> throw unsupported(schema);
        };
    }

    RecordType record(Schema schema) {
        var known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        var record = new RecordType(schema);
        records.put(schema.getFullName(), record);
        record.resolve(this);
        return record;
    }

    private static Schema onlyBranch(Schema union) {
        var branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() != 1 || !union.isNullable()) {
            throw unsupported(union);
        }
        return branches.getFirst();
    }

    static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException("There is no JSON form for the schema " + schema
                + ": expected one that records are generated for");
    }
}
