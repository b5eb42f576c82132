package dev.daybook.platform.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that an app knows.
 *
 * @param key words in lower case joined by dots, such as {@code http.port}, which is {@code DAYBOOK_HTTP_PORT} in the
 *     environment
 * @param type what its values are
 * @param defaultValue its value when nobody sets it; null if it has none
 * @param required whether somebody must set it
 * @param unit what the value counts, such as {@code bytes}; empty if the type says all
 * @param doc one or two sentences: what it is for
 */
public record Setting<T>(
        String key, ValueType<T> type, @Nullable T defaultValue, boolean required, String unit, String doc) {
    static final String ENVIRONMENT_PREFIX = "DAYBOOK_";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*");

    public Setting {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "A key is words in lower case joined by dots, such as http.port, but is '" + key + "'");
        }
    }

    /** A setting with a default. */
    public static <T> Setting<T> of(String key, ValueType<T> type, T defaultValue, String unit, String doc) {
        return new Setting<>(key, type, defaultValue, false, unit, doc);
    }

    /** A setting with a default, whose type says its unit. */
    public static <T> Setting<T> of(String key, ValueType<T> type, T defaultValue, String doc) {
        return of(key, type, defaultValue, "", doc);
    }

    /** A setting that somebody must set. */
    public static <T> Setting<T> required(String key, ValueType<T> type, String doc) {
        return new Setting<>(key, type, null, true, "", doc);
    }

    /** A setting that may have no value. */
    public static <T> Setting<T> optional(String key, ValueType<T> type, String doc) {
        return new Setting<>(key, type, null, false, "", doc);
    }

    /** Its name in the environment. */
    public String environmentName() {
        return environmentName(key);
    }

    /** Its default as it would be set. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultValue).map(type.print());
    }

    static String environmentName(String key) {
        return ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
