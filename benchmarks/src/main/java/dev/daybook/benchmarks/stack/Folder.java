package dev.daybook.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that is gone with all that is in it when it is closed, or else with the end of the JVM. */
public record Folder(Path path) implements AutoCloseable {
    /** Who writes while the JVM ends may be a little late. */
    private static final int TRIES = 5;

    public static Folder create() {
        try {
            var folder = new Folder(Files.createTempDirectory("daybook-bench-"));
            Runtime.getRuntime().addShutdownHook(new Thread(folder::close, "bench-folder"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        }
    }

    @Override
    public void close() {
        for (int left = TRIES; Files.exists(path); left--) {
            try {
                delete();
            } catch (IOException | UncheckedIOException e) {
                if (left == 0) {
                    throw new IllegalStateException("Cannot delete " + path, e);
                }
            }
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
