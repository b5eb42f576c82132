package dev.daybook.platform.config;

import dev.daybook.platform.config.Settings.SetValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Gathers values and faults. What is read later goes over what was read before. */
final class SettingsReader {
    private static final String KAFKA_VARIABLES = Setting.environmentName(Settings.KAFKA_PREFIX);

    /** Variables that bear the prefix but configure no app: where the distribution lies, and the JVM that runs it. */
    private static final Set<String> NOT_SETTINGS = Set.of("DAYBOOK_HOME", "DAYBOOK_JAVA_HOME", "DAYBOOK_JAVA_OPTS");

    private final List<Setting<?>> known;
    private final Map<String, Setting<?>> byKey = new HashMap<>();
    private final Map<String, String> keyByVariable = new HashMap<>();
    private final Map<String, SetValue> values = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    SettingsReader(List<Setting<?>> known) {
        this.known = known;
        for (var setting : known) {
            byKey.put(setting.key(), setting);
            keyByVariable.put(setting.environmentName(), setting.key());
        }
    }

    void readFile(Path file) {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            faults.add("The file %s must be a readable properties file in UTF-8, but: %s".formatted(file, e));
        }
        for (var key : properties.stringPropertyNames()) {
            read(key, properties.getProperty(key, ""), file.toString());
        }
    }

    void readEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(Setting.ENVIRONMENT_PREFIX) && !NOT_SETTINGS.contains(variable)) {
                readVariable(variable, value);
            }
        });
    }

    private void readVariable(String variable, String value) {
        var key = keyByVariable.get(variable);
        if (key == null && variable.startsWith(KAFKA_VARIABLES)) {
            key = variable.substring(Setting.ENVIRONMENT_PREFIX.length())
                    .replace('_', '.')
                    .toLowerCase(Locale.ROOT);
        }
        if (key == null) {
            faults.add(unknown("The environment variable", variable, List.copyOf(keyByVariable.keySet())));
        } else if (!value.isBlank()) {
            read(key, value, variable);
        }
    }

    void read(String key, String value, String origin) {
        var setting = byKey.get(key);
        if (setting == null && !key.startsWith(Settings.KAFKA_PREFIX)) {
            faults.add(unknown("In " + origin + " the key", key, List.copyOf(byKey.keySet())));
            return;
        }
        var text = value.strip();
        if (setting != null && setting.type().read(text).isEmpty()) {
            faults.add("%s must be %s, but is '%s' in %s"
                    .formatted(key, setting.type().expected(), Secrets.masked(key, text), origin));
        }
        values.put(key, new SetValue(text, origin));
    }

    /** What was read, if it is without fault. */
    Settings settings() {
        for (var setting : known) {
            if (setting.required() && !values.containsKey(setting.key())) {
                faults.add("%s is required: set it in the file, or %s in the environment. It is %s"
                        .formatted(setting.key(), setting.environmentName(), setting.doc()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return new Settings(known, values);
    }

    private static String unknown(String what, String name, List<String> candidates) {
        var suggestion = NearestName.of(name, candidates)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("--help lists those that are");
        return "%s %s is not known; %s".formatted(what, name, suggestion);
    }
}
