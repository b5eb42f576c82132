package dev.daybook.streams.wire;

import java.util.Arrays;

/** A record in its wire format. */
public final class Encoded {
    private final String type;
    private final byte[] bytes;

    /**
     * Wraps bytes, which nobody changes from now on.
     *
     * @param type the full name of the record
     */
    public Encoded(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** The full name of the record. */
    public String type() {
        return type;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoded that && type.equals(that.type) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type + " in " + bytes.length + " bytes";
    }
}
