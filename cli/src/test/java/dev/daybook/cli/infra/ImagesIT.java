package dev.daybook.cli.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lays the build's artifacts out as the Dockerfile does, and starts each app from them as its container would. */
class ImagesIT {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final Path IMAGE = BUILT.resolve("image");
    private static final Path LIB = IMAGE.resolve("lib");

    @BeforeEach
    void lay_out() throws IOException {
        Files.createDirectories(LIB);
        for (var old : list(LIB)) {
            Files.delete(old);
        }
        for (var jar : list(BUILT.resolve("lib"))) {
            Files.createLink(LIB.resolve(jar.getFileName()), jar);
        }
        Files.copy(
                Infra.FOLDER.resolve("jvm.options"), IMAGE.resolve("jvm.options"), StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-gateway", "aggregate-processor", "projection-app", "process-manager"})
    void an_app_starts_with_no_libraries_but_its_own(String app) throws Exception {
        var jar = list(LIB).stream()
                .filter(file -> file.getFileName().toString().startsWith("daybook-" + app + "-"))
                .findFirst()
                .orElseThrow();
        Files.createSymbolicLink(LIB.resolve(app + ".jar"), jar.getFileName());

        assertThat(classPath(jar)).isNotEmpty().noneMatch(name -> name.startsWith("daybook-embedded-"));
        assertThat(help(app)).startsWith("Usage: " + app).contains("registry.url");
    }

    private static List<String> classPath(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var libraries = file.getManifest().getMainAttributes().getValue(Name.CLASS_PATH);
            return Arrays.asList(libraries.split(" ", -1));
        }
    }

    private String help(String app) throws Exception {
        var dockerfile = Dockerfile.parse(Infra.text("Dockerfile"));
        var command = new ArrayList<>(Dockerfile.words(dockerfile.last(app, "ENTRYPOINT")));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--help");
        var printed = IMAGE.resolve("printed.txt");
        var process = new ProcessBuilder(command)
                .directory(IMAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
        return Files.readString(printed);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
