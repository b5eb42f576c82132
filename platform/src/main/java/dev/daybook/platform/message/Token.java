package dev.daybook.platform.message;

import java.util.regex.Pattern;

/**
 * A point in the log of a type of aggregate: who has read so far sees the effect of the command that it was given for.
 *
 * @param aggregate the type of aggregate
 * @param partition the partition of its events
 * @param position the count of events in that partition
 */
public record Token(String aggregate, int partition, long position) {
    private static final Pattern FORMAT = Pattern.compile("([a-z][a-z0-9-]*):([0-9]{1,9}):([0-9]{1,18})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws MalformedTokenException if it did not write this
     */
    public static Token parse(String value) {
        var parts = FORMAT.matcher(value);
        if (!parts.matches()) {
            throw new MalformedTokenException(value);
        }
        return new Token(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** As it travels: {@code order:3:1287}. */
    @Override
    public String toString() {
        return aggregate + ":" + partition + ":" + position;
    }
}
