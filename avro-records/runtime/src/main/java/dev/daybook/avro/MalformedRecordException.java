package dev.daybook.avro;

import org.jspecify.annotations.Nullable;

/** Bytes that are not one record of the schema that they were read with. */
public final class MalformedRecordException extends AvroRecordException {
    private final String recordName;

    MalformedRecordException(String recordName, String reason, @Nullable Throwable cause) {
        super("The bytes are no " + recordName + ": " + reason, cause);
        this.recordName = recordName;
    }

    /** The full name of the record that was expected. */
    public String recordName() {
        return recordName;
    }
}
