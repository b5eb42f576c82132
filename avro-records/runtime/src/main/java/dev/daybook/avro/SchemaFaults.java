package dev.daybook.avro;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What keeps records of one schema from being read with another. */
public final class SchemaFaults {
    private SchemaFaults() {}

    /** All faults, none if whatever was written with {@code writer} can be read with {@code reader}. */
    public static List<SchemaFault> of(Schema reader, Schema writer) {
        List<SchemaFault> faults = new ArrayList<>();
        for (Incompatibility each : SchemaCompatibility.checkReaderWriterCompatibility(
                        reader, Schema.applyAliases(writer, reader))
                .getResult()
                .getIncompatibilities()) {
            faults.add(new SchemaFault(each.getLocation(), each.getType().name(), each.getMessage()));
        }
        return faults;
    }
}
