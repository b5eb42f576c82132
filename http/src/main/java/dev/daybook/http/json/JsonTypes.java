package dev.daybook.http.json;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the type of each schema; a record that refers to itself meets its own type again. */
final class JsonTypes {
    private final Map<String, RecordType> records = new HashMap<>();

    JsonType of(Schema schema) {
        var logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> new EnumType(schema);
            case ARRAY -> new ListType(of(schema.getElementType()));
            case MAP -> new MapType(of(schema.getValueType()));
            case UNION -> new OptionalType(of(onlyBranch(schema)));
            case STRING -> new StringType();
            case BYTES -> logical instanceof LogicalTypes.Decimal decimal ? DecimalType.of(decimal) : new BytesType();
            case INT -> logical instanceof LogicalTypes.Date ? new DateType() : WholeType.INT;
            case LONG -> ofLong(logical);
            case FLOAT -> FloatingType.FLOAT;
            case DOUBLE -> FloatingType.DOUBLE;
            case BOOLEAN -> new BooleanType();
            case FIXED, NULL -> throw unsupported(schema);
        };
    }

    private static JsonType ofLong(@Nullable LogicalType logical) {
        return switch (logical) {
            case LogicalTypes.TimestampMicros _ -> TimestampType.MICROS;
            case LogicalTypes.TimestampMillis _ -> TimestampType.MILLIS;
            case null, default -> WholeType.LONG;
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

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException(
                "There is no JSON form for the schema " + schema + ": expected one that records are generated for");
    }
}
