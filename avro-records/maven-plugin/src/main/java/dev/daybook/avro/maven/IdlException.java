package dev.daybook.avro.maven;

import java.io.Serial;

/** Something in the IDL that has no Java record, or that is not IDL at all. */
final class IdlException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    IdlException(String message) {
        super(message);
    }

    IdlException(String message, Throwable cause) {
        super(message, cause);
    }
}
