package dev.daybook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the project, as far as it goes without a build. */
final class ScriptTest {
    private static final Path SCRIPT = Path.of("..", "daybook").toAbsolutePath().normalize();
    private static final String JAVA_HOME = System.getProperty("java.home");

    @Test
    void explains_what_it_leaves_to_maven() throws Exception {
        assertThat(run(Map.of("DAYBOOK_JAVA_HOME", JAVA_HOME), "test", "--help").output())
                .contains("mvn verify", "-Dskip.its");
        assertThat(run(Map.of("DAYBOOK_JAVA_HOME", JAVA_HOME), "format", "--help")
                        .output())
                .contains("Formats");
    }

    @Test
    void says_which_folder_is_no_jdk(@TempDir Path empty) throws Exception {
        var ended = run(Map.of("DAYBOOK_JAVA_HOME", empty.toString()), "status");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("DAYBOOK_JAVA_HOME", "JDK 25", empty.toString());
    }

    @Test
    void says_that_maven_is_missing(@TempDir Path empty) throws Exception {
        var ended = run(Map.of("DAYBOOK_JAVA_HOME", JAVA_HOME, "PATH", withoutMaven(empty)), "test");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("Install Maven 3.8");
    }

    /** A PATH that holds nothing but the few tools that the script needs. */
    private static String withoutMaven(Path folder) throws Exception {
        for (var tool : List.of("bash", "dirname", "sed")) {
            var found = new ProcessBuilder("sh", "-c", "command -v " + tool).start();
            var path = new String(found.getInputStream().readAllBytes(), UTF_8).strip();
            var forward = Files.writeString(folder.resolve(tool), "#!/bin/sh\nexec " + path + " \"$@\"\n");
            Files.setPosixFilePermissions(forward, PosixFilePermissions.fromString("rwx------"));
        }
        return folder.toString();
    }

    private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private record Ended(int exitCode, String output) {}
}
