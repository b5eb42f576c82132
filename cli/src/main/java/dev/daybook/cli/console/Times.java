package dev.daybook.cli.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line. */
public final class Times {
    private Times() {}

    /** The time that a text says, in ISO 8601 with an offset. */
    public static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "expected a time with an offset, such as 2026-11-01T12:00:00Z, but was '" + text + "'");
        }
    }
}
