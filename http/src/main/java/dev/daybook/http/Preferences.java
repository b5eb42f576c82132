package dev.daybook.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request prefers, in its {@code Prefer} headers (RFC 7240). A preference that is unknown or malformed is
 * ignored, as the RFC asks; of one that is named twice, the first counts.
 *
 * @param respondAsync whether the answer shall not wait for the work to be done
 * @param longestWait how long the answer may wait for it at most, or null if the request does not say
 */
public record Preferences(boolean respondAsync, @Nullable Duration longestWait) {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Reads the values of all {@code Prefer} headers of a request. */
    public static Preferences parse(List<String> headers) {
        var preferences = new HashMap<String, String>();
        for (var header : headers) {
            for (var preference : split(header, ',')) {
                collect(split(preference, ';').getFirst(), preferences);
            }
        }
        return new Preferences(preferences.containsKey("respond-async"), seconds(preferences.get("wait")));
    }

    /** How long to wait: as preferred, but no longer than {@code max}; {@code otherwise} without a preference. */
    public Duration waitAtMost(Duration max, Duration otherwise) {
        var preferred = longestWait == null ? otherwise : longestWait;
        return preferred.compareTo(max) < 0 ? preferred : max;
    }

    private static void collect(String preference, Map<String, String> preferences) {
        var equals = preference.indexOf('=');
        var name = equals < 0 ? preference : preference.substring(0, equals);
        var value = equals < 0 ? "" : preference.substring(equals + 1);
        preferences.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), unquoted(value.strip()));
    }

    /** The parts between the separators that stand outside quotes. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String word) {
        var quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        return value != null && SECONDS.matcher(value).matches() ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
