package dev.daybook.platform.schema;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Schemas that stand in for other versions of those in use. */
final class Schemas {

    private Schemas() {}

    /** A record with these fields, all of them texts; {@code name=default} gives one a default. */
    static Schema record(String fullName, String... fields) {
        var record = SchemaBuilder.record(fullName).fields();
        for (var field : fields) {
            var parts = field.split("=", -1);
            record = parts.length == 1
                    ? record.requiredString(parts[0])
                    : record.name(parts[0]).type().stringType().stringDefault(parts[1]);
        }
        return record.endRecord();
    }
}
