package dev.daybook.avro;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A writer's schema whose records cannot be read as records of the reader's schema. */
public final class IncompatibleSchemaException extends AvroRecordException {
    private final String recordName;
    private final transient List<SchemaFault> faults;

    IncompatibleSchemaException(String recordName, String writerName, List<SchemaFault> faults) {
        super(
                faults.stream()
                        .map(SchemaFault::toString)
                        .collect(joining(
                                "; ",
                                "What was written as " + writerName + " cannot be read as " + recordName + ": ",
                                "")),
                null);
        this.recordName = recordName;
        this.faults = List.copyOf(faults);
    }

    /** The full name of the record that was to be read. */
    public String recordName() {
        return recordName;
    }

    /** All that stands in the way. */
    public List<SchemaFault> faults() {
        return faults;
    }
}
