package dev.daybook.platform.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of the settings of an app. Immutable. */
public final class Settings {
    static final String KAFKA_PREFIX = "kafka.";

    private final List<Setting<?>> known;
    private final Map<String, SetValue> values;

    Settings(List<Setting<?>> known, Map<String, SetValue> values) {
        this.known = List.copyOf(known);
        this.values = new TreeMap<>(values);
    }

    /**
     * Reads the file, and the environment over it.
     *
     * @param known the settings that the app knows; besides them every key under {@code kafka.} is allowed
     * @param file a properties file in UTF-8, or null for none
     * @param environment of which the variables with the prefix {@code DAYBOOK_} are read; an empty one is not set
     * @throws ConfigException with every fault there is
     */
    public static Settings load(List<Setting<?>> known, @Nullable Path file, Map<String, String> environment) {
        var reader = new SettingsReader(known);
        if (file != null) {
            reader.readFile(file);
        }
        reader.readEnvironment(environment);
        return reader.settings();
    }

    /** Takes the values from a map by key, as they would stand in a file. */
    public static Settings of(List<Setting<?>> known, Map<String, String> values) {
        var reader = new SettingsReader(known);
        values.forEach((key, value) -> reader.read(key, value, "program"));
        return reader.settings();
    }

    /** The value of a setting that is required or has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException("The setting " + setting.key() + " may have no value"));
    }

    /** The value of a setting that may have none. */
    public <T> Optional<T> find(Setting<T> setting) {
        if (!known.contains(setting)) {
            throw new IllegalStateException("The setting " + setting.key() + " is not one that was read");
        }
        var value = values.get(setting.key());
        return value == null
                ? Optional.ofNullable(setting.defaultValue())
                : setting.type().read(value.text());
    }

    /** What every Kafka client is configured with: all keys under {@code kafka.}, without that prefix. */
    public Map<String, Object> kafka() {
        var kafka = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (key.startsWith(KAFKA_PREFIX)) {
                kafka.put(key.substring(KAFKA_PREFIX.length()), value.text());
            }
        });
        return kafka;
    }

    /** Every key with its value and where that comes from, a line each; secrets are masked. */
    public String describe() {
        var lines = new LinkedHashMap<String, String>();
        known.forEach(setting -> lines.put(setting.key(), defaultLine(setting)));
        values.forEach((key, value) ->
                lines.put(key, "%s = %s  (%s)".formatted(key, Secrets.masked(key, value.text()), value.origin())));
        return lines.values().stream().collect(Collectors.joining("\n"));
    }

    private static <T> String defaultLine(Setting<T> setting) {
        return setting.defaultText()
                .map(text -> "%s = %s  (default)".formatted(setting.key(), text))
                .orElseGet(() -> "%s is not set".formatted(setting.key()));
    }

    /** The text of a value and where it was found. */
    record SetValue(String text, String origin) {}
}
