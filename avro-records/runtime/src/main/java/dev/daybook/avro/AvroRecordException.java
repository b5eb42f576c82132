package dev.daybook.avro;

import org.jspecify.annotations.Nullable;

/** The root of what goes wrong between records and Avro. */
public abstract sealed class AvroRecordException extends RuntimeException
        permits IncompatibleSchemaException, MalformedRecordException {

    AvroRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
