package dev.daybook.projection.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a build of a view: the version of the view, and how often this version was begun from the first event. It reads
 * {@code v1} the first time, {@code v1-r2} the second.
 *
 * @param version the view's version, from 1
 * @param round from 1
 */
public record BuildId(int version, int round) implements Comparable<BuildId> {
    private static final Comparator<BuildId> ORDER =
            Comparator.comparingInt(BuildId::version).thenComparingInt(BuildId::round);
    private static final Pattern TEXT = Pattern.compile("v([1-9]\\d{0,8})(?:-r([1-9]\\d{0,8}))?");

    public BuildId {
        if (version < 1 || round < 1) {
            throw new IllegalArgumentException(
                    "Version and round count from 1, but are %d and %d".formatted(version, round));
        }
    }

    /** The first build of a version, which needs nobody to ask for it. */
    public static BuildId first(int version) {
        return new BuildId(version, 1);
    }

    /** Reads an id; empty if the text is none. */
    public static Optional<BuildId> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var round = matcher.group(2);
        return Optional.of(
                new BuildId(Integer.parseInt(matcher.group(1)), round == null ? 1 : Integer.parseInt(round)));
    }

    @Override
    public int compareTo(BuildId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return round == 1 ? "v" + version : "v" + version + "-r" + round;
    }
}
