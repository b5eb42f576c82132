package dev.daybook.avro.maven;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Which Java an Avro type becomes. */
final class FieldTypes {
    private FieldTypes() {}

    /**
     * The field type of a schema.
     *
     * @param path where the schema stands, for errors
     */
    static FieldType of(Schema schema, String path) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case BOOLEAN -> ScalarType.BOOLEAN;
            case INT -> logical instanceof LogicalTypes.Date ? ScalarType.DATE : ScalarType.INT;
            case LONG -> ofLong(logical);
            case FLOAT -> ScalarType.FLOAT;
            case DOUBLE -> ScalarType.DOUBLE;
            case STRING -> ScalarType.STRING;
            case BYTES ->
                logical instanceof LogicalTypes.Decimal decimal ? ScalarType.decimal(decimal) : ScalarType.BYTES;
            case RECORD, ENUM -> new NamedType(className(schema));
            case ARRAY -> new ListType(ofItem(schema.getElementType(), path));
            case MAP -> new MapType(ofItem(schema.getValueType(), path));
            case UNION -> ofUnion(schema.getTypes(), path);
            case NULL, FIXED -> throw unsupported(schema, path, "use bytes or a union with null");
        };
    }

    /** The Java type of a record or an enum. */
    static ClassName className(Schema schema) {
        if (schema.getNamespace() == null) {
            throw new IdlException(schema.getName() + " must have a namespace, which becomes its package");
        }
        return ClassName.get(schema.getNamespace(), JavaNames.identifier(schema.getName()));
    }

    private static FieldType ofLong(LogicalType logical) {
        if (logical instanceof LogicalTypes.TimestampMicros) {
            return ScalarType.MICROS;
        }
        return logical instanceof LogicalTypes.TimestampMillis ? ScalarType.MILLIS : ScalarType.LONG;
    }

    private static FieldType ofItem(Schema item, String path) {
        if (item.getType() == Schema.Type.UNION || Schemas.isWithoutBytes(item)) {
            throw unsupported(item, path, "items must be values with at least one byte each, and not null");
        }
        return of(item, path);
    }

    private static FieldType ofUnion(List<Schema> branches, String path) {
        int nullBranch = branches.stream().map(Schema::getType).toList().indexOf(Schema.Type.NULL);
        if (branches.size() != 2 || nullBranch < 0) {
            throw unsupported(
                    Schema.createUnion(branches), path, "only a union of null and one other type has a Java type");
        }
        return new NullableType(of(branches.get(1 - nullBranch), path), nullBranch);
    }

    private static IdlException unsupported(Schema schema, String path, String remedy) {
        return new IdlException(path + " is " + schema + ", which has no Java type here: " + remedy);
    }
}
