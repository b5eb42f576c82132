package dev.daybook.platform.app;

import dev.daybook.platform.config.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** The text that {@code --help} prints. */
final class Help {

    private Help() {}

    static String of(String name, List<Setting<?>> settings) {
        return """
            Usage: %s [--config FILE] [--help]

            Settings are read from FILE, a properties file, and from the environment over it.
            Any key under kafka. goes to every Kafka client as it is, such as
            kafka.security.protocol, or DAYBOOK_KAFKA_SECURITY_PROTOCOL.

            %s\
            """.formatted(name, settings.stream().map(Help::entry).collect(Collectors.joining("\n\n")));
    }

    private static String entry(Setting<?> setting) {
        return """
            %s  (%s)
                %s
                %s\
            """.formatted(setting.key(), setting.environmentName(), setting.doc(), values(setting));
    }

    private static String values(Setting<?> setting) {
        var unit = setting.unit().isEmpty() ? "" : ", in " + setting.unit();
        var otherwise = setting.defaultText()
                .map(text -> "default: " + text)
                .orElse(setting.required() ? "required" : "optional");
        return setting.type().expected() + unit + "; " + otherwise;
    }
}
