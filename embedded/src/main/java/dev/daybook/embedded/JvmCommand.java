package dev.daybook.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a JVM is started with. Immutable.
 *
 * @param name what it is: the name of its files, and in messages
 * @param classPath where it finds its classes
 * @param flags what the JVM itself is told, such as {@code -Xmx256m}
 * @param arguments what the program is told
 * @param settings a properties file that the program is told of, as {@code --config FILE}; none if there are none
 * @param environment what is added to the environment of this process, of which all but {@code DAYBOOK_} is taken over
 */
public record JvmCommand(
        String name,
        String mainClass,
        String classPath,
        List<String> flags,
        List<String> arguments,
        Map<String, String> settings,
        Map<String, String> environment) {
    private static final String OURS = "DAYBOOK_";

    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    public JvmCommand {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
    }

    /** A program on this JVM's own class path. */
    public static JvmCommand of(String name, String mainClass) {
        return new JvmCommand(
                name, mainClass, System.getProperty("java.class.path"), List.of(), List.of(), Map.of(), Map.of());
    }

    /** An app on this JVM's own class path, in a JVM that is soon up and leaves room for others: for tests. */
    public static JvmCommand small(String name, String mainClass) {
        return of(name, mainClass).withFlags(SMALL);
    }

    public JvmCommand withClassPath(String other) {
        return new JvmCommand(name, mainClass, other, flags, arguments, settings, environment);
    }

    public JvmCommand withFlags(List<String> more) {
        return new JvmCommand(name, mainClass, classPath, more, arguments, settings, environment);
    }

    public JvmCommand withArguments(List<String> more) {
        return new JvmCommand(name, mainClass, classPath, flags, more, settings, environment);
    }

    public JvmCommand withSettings(Map<String, String> more) {
        return new JvmCommand(name, mainClass, classPath, flags, arguments, more, environment);
    }

    public JvmCommand withEnvironment(Map<String, String> more) {
        return new JvmCommand(name, mainClass, classPath, flags, arguments, settings, more);
    }

    /** The command line, whose settings are in a folder from now on. */
    List<String> line(Path folder) throws IOException {
        Files.createDirectories(folder);
        var line = new ArrayList<>(List.of(ChildProcess.java()));
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath, mainClass));
        line.addAll(arguments);
        if (!settings.isEmpty()) {
            line.addAll(List.of("--config", write(folder).toString()));
        }
        return line;
    }

    private Path write(Path folder) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        var file = folder.resolve(name + ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** What this process is told by {@code DAYBOOK_} is not meant for another, whose settings are given. */
    ProcessBuilder surroundings() {
        var builder = new ProcessBuilder();
        builder.environment().keySet().removeIf(variable -> variable.startsWith(OURS));
        builder.environment().putAll(environment);
        return builder;
    }
}
