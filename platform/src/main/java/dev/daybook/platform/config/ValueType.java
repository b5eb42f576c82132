package dev.daybook.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value that a setting can have.
 *
 * @param expected what a value looks like, for messages and the help: {@code a whole number from 1 to 64}
 * @param parse reads a value; null or an {@link IllegalArgumentException} if the text is none
 * @param print writes a value as {@code parse} reads it
 */
public record ValueType<T>(String expected, Function<String, @Nullable T> parse, Function<T, String> print) {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,15})\\s*(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final List<String> LARGEST_FIRST = List.of("d", "h", "m", "s", "ms");

    /** A text that is not empty. */
    public static ValueType<String> text() {
        return new ValueType<>("a text", value -> value.isEmpty() ? null : value, value -> value);
    }

    /** A whole number within bounds, both included. */
    public static ValueType<Integer> integer(int least, int most) {
        return new ValueType<>(
                "a whole number from %d to %d".formatted(least, most),
                value -> {
                    var number = Integer.parseInt(value);
                    return number >= least && number <= most ? number : null;
                },
                String::valueOf);
    }

    /** A TCP port; 0 for any that is free. */
    public static ValueType<Integer> port() {
        return integer(0, 65_535);
    }

    /** {@code true} or {@code false}. */
    public static ValueType<Boolean> bool() {
        return new ValueType<>(
                "true or false",
                value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> null;
                },
                String::valueOf);
    }

    /** A span of time: a whole number and one of the units ms, s, m, h, d. */
    public static ValueType<Duration> duration() {
        return new ValueType<>(
                "a duration such as 500ms, 5s, 10m, 24h or 7d", ValueType::parseDuration, ValueType::print);
    }

    /** An HTTP address. */
    public static ValueType<URI> url() {
        return new ValueType<>(
                "an address such as http://localhost:8081, without user and password",
                ValueType::parseUrl,
                URI::toString);
    }

    /** A file or a folder. */
    public static ValueType<Path> path() {
        return new ValueType<>("a path", ValueType::parsePath, Path::toString);
    }

    /** One of the constants of an enum, in lower case with hyphens. */
    public static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        var constants = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(ValueType::print, e -> e));
        var names = Arrays.stream(type.getEnumConstants()).map(ValueType::print).toList();
        return new ValueType<>("one of " + String.join(", ", names), constants::get, ValueType::print);
    }

    /** The value that a text says, or none if it says none. */
    Optional<T> read(String text) {
        try {
            return Optional.ofNullable(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Duration parseDuration(String value) {
        var parts = DURATION.matcher(value);
        if (!parts.matches()) {
            return null;
        }
        return UNITS.getOrDefault(parts.group(2), Duration.ZERO).multipliedBy(Long.parseLong(parts.group(1)));
    }

    private static String print(Duration duration) {
        for (var unit : LARGEST_FIRST) {
            var size = UNITS.getOrDefault(unit, Duration.ZERO);
            if (duration.toMillis() % size.toMillis() == 0) {
                return duration.dividedBy(size) + unit;
            }
        }
        throw new IllegalArgumentException("A duration has whole milliseconds, but this is " + duration);
    }

    private static @Nullable URI parseUrl(String value) {
        try {
            var url = new URI(value);
            var http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null && url.getUserInfo() == null ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Path parsePath(String value) {
        try {
            return value.isEmpty() ? null : Path.of(value);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String print(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
