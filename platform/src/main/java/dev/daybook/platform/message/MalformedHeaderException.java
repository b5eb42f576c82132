package dev.daybook.platform.message;

import dev.daybook.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/** A header of a message does not say what it must. */
public final class MalformedHeaderException extends PlatformException {
    private static final int LONGEST_SHOWN = 200;

    private final String header;
    private final @Nullable String value;

    /**
     * A fault in a header.
     *
     * @param value what it says, or null if the message does not have it
     */
    public MalformedHeaderException(String header, @Nullable String value, String expected) {
        super(
                value == null
                        ? "The header %s must be %s, but is missing".formatted(header, expected)
                        : "The header %s must be %s, but is '%s'".formatted(header, expected, shown(value)));
        this.header = header;
        this.value = value;
    }

    /** The header's name. */
    public String header() {
        return header;
    }

    /** What it says, or null if the message does not have it. */
    public @Nullable String value() {
        return value;
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
