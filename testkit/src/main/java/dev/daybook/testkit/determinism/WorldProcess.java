package dev.daybook.testkit.determinism;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that is a world. Closing it ends it. */
record WorldProcess(World world, Process process, Path verdicts, Path output) implements AutoCloseable {
    /** Far more than it takes on a machine that is busy with a whole build. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static WorldProcess start(World world, Path log, Path folder) throws IOException {
        var verdicts = folder.resolve(world.label() + ".verdicts");
        var output = folder.resolve(world.label() + ".txt");
        var process = new ProcessBuilder(command(world, log, verdicts))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new WorldProcess(world, process, verdicts, output);
    }

    private static List<String> command(World world, Path log, Path verdicts) {
        return Stream.of(
                        // It lives for a second: a compiler that optimises costs more than it gives.
                        List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"),
                        world.options(),
                        List.of("-cp", System.getProperty("java.class.path"), WorldMain.class.getName()),
                        List.of(log.toString(), verdicts.toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What became of each message, life by life and story by story. It waits for it. */
    DataInputStream read() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw broken("it has not after " + PATIENCE);
        }
        if (process.exitValue() != 0) {
            throw broken("it ended with exit code " + process.exitValue());
        }
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(verdicts)));
    }

    private WorldBrokenException broken(String how) throws IOException {
        return new WorldBrokenException(world, how, Files.readString(output));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
