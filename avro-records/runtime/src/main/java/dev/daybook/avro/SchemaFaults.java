package dev.daybook.avro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what keeps records of one schema from being read with another, by the rules of Avro's
 * {@link SchemaCompatibility}. Two things are added to those: every fault is found, with the path of its field, also
 * behind unions; and logical types must agree, since a decimal of another scale would be read as another number.
 */
public final class SchemaFaults {
    private static final String LOGICAL_TYPE_MISMATCH = "LOGICAL_TYPE_MISMATCH";

    private final Set<List<String>> open = new HashSet<>();
    private final List<SchemaFault> faults = new ArrayList<>();

    private SchemaFaults() {}

    /** All faults, none if whatever was written with {@code writer} can be read with {@code reader}. */
    public static List<SchemaFault> of(Schema reader, Schema writer) {
        SchemaFaults search = new SchemaFaults();
        search.compare("", reader, Schema.applyAliases(writer, reader));
        return List.copyOf(search.faults);
    }

    private void compare(String path, Schema reader, Schema writer) {
        if (writer.getType() == Schema.Type.UNION) {
            writer.getTypes().forEach(branch -> compare(path, reader, branch));
        } else if (reader.getType() == Schema.Type.UNION) {
            branch(reader, writer)
                    .ifPresentOrElse(
                            branch -> compare(path, branch, writer), () -> addIncompatibilities(path, reader, writer));
        } else if (reader.getType() != writer.getType()) {
            addIncompatibilities(path, reader, writer);
        } else {
            compareSameType(path, reader, writer);
        }
    }

    private void compareSameType(String path, Schema reader, Schema writer) {
        switch (reader.getType()) {
            case RECORD -> compareRecords(path, reader, writer);
            case ARRAY -> compare(path + "[]", reader.getElementType(), writer.getElementType());
            case MAP -> compare(path + "{}", reader.getValueType(), writer.getValueType());
            default -> {
                addIncompatibilities(path, reader, writer);
                compareLogicalTypes(path, reader.getLogicalType(), writer.getLogicalType());
            }
        }
    }

    private void compareRecords(String path, Schema reader, Schema writer) {
        if (!SchemaCompatibility.schemaNameEquals(reader, writer)) {
            add(
                    path,
                    SchemaIncompatibilityType.NAME_MISMATCH,
                    "expected " + reader.getFullName() + ", but it was written as " + writer.getFullName());
        }
        // Records may contain themselves.
        List<String> pair = List.of(reader.getFullName(), writer.getFullName());
        if (open.add(pair)) {
            compareFields(path, reader, writer);
            open.remove(pair);
        }
    }

    private void compareFields(String path, Schema reader, Schema writer) {
        for (Schema.Field field : reader.getFields()) {
            String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
            Schema.Field written = SchemaCompatibility.lookupWriterField(writer, field);
            if (written != null) {
                compare(fieldPath, field.schema(), written.schema());
            } else if (!field.hasDefaultValue()) {
                add(
                        fieldPath,
                        SchemaIncompatibilityType.READER_FIELD_MISSING_DEFAULT_VALUE,
                        "it is missing in what was written, and has no default");
            }
        }
    }

    private void compareLogicalTypes(String path, @Nullable LogicalType reader, @Nullable LogicalType writer) {
        if (reader != null && writer != null && !agree(reader, writer)) {
            faults.add(new SchemaFault(
                    path,
                    LOGICAL_TYPE_MISMATCH,
                    "expected " + describe(reader) + ", but it was written as " + describe(writer)));
        }
    }

    /** A decimal may have become longer before the point: that loses nothing. */
    private static boolean agree(LogicalType reader, LogicalType writer) {
        if (reader instanceof LogicalTypes.Decimal read && writer instanceof LogicalTypes.Decimal written) {
            return read.getScale() == written.getScale() && read.getPrecision() >= written.getPrecision();
        }
        return reader.getName().equals(writer.getName());
    }

    private static String describe(LogicalType type) {
        return type instanceof LogicalTypes.Decimal decimal
                ? "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")"
                : type.getName();
    }

    /** The branch of the reader's union that is of the writer's type. */
    private static Optional<Schema> branch(Schema reader, Schema writer) {
        return reader.getTypes().stream()
                .filter(branch -> branch.getType() == writer.getType())
                .filter(branch -> branch.getName().equals(writer.getName()))
                .findFirst();
    }

    private void addIncompatibilities(String path, Schema reader, Schema writer) {
        for (Incompatibility each : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            add(path, each.getType(), reason(each));
        }
    }

    private static String reason(Incompatibility fault) {
        return fault.getType() == SchemaIncompatibilityType.MISSING_ENUM_SYMBOLS
                ? "the symbols " + fault.getMessage() + " are missing, and there is no default symbol"
                : fault.getMessage();
    }

    private void add(String path, SchemaIncompatibilityType rule, String reason) {
        faults.add(new SchemaFault(path, rule.name(), reason));
    }
}
