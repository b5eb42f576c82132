package dev.daybook.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that looks to the daybook script like a project that has just been built, so that the commands of a guide run
 * in it as they are written, with data of their own.
 */
record Home(Path folder) implements AutoCloseable {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> BUILT = List.of(
            "infra", "cli/target/daybook.jar", "cli/target/lib", "embedded/target/registry", "examples/loyalty/target");

    /** Makes an empty folder one. */
    static Home in(Path folder) throws IOException {
        Files.copy(PROJECT.resolve("daybook"), folder.resolve("daybook"));
        for (var file : BUILT) {
            var link = folder.resolve(file);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, PROJECT.resolve(file));
        }
        Files.createFile(folder.resolve("cli/target/daybook.built"));
        return new Home(folder);
    }

    @Override
    public void close() throws IOException {
        for (var file : BUILT) {
            Files.delete(folder.resolve(file));
        }
    }

    /** Runs a line of shell to its end. */
    Ended run(String line) throws IOException, InterruptedException {
        var process = shell(line).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Starts a line of shell that goes on, and prints to a file. */
    Process start(String line, Path output) throws IOException {
        return shell("exec " + line).redirectOutput(output.toFile()).start();
    }

    private ProcessBuilder shell(String line) {
        var shell = new ProcessBuilder("bash", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("DAYBOOK_JAVA_HOME", System.getProperty("java.home"));
        return shell;
    }

    /** What a command printed, and its exit code. */
    record Ended(int exitCode, String output) {}
}
