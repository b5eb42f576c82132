package dev.daybook.avro.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of generated sources, in which unchanged files stay untouched so that nothing is compiled without need. */
record SourceFolder(Path root) {

    /** Makes the folder hold exactly these files, and returns how many had to be written or removed. */
    int update(Map<Path, String> sources) throws IOException {
        int changes = 0;
        for (Path file : files()) {
            if (!sources.containsKey(root.relativize(file))) {
                Files.delete(file);
                changes++;
            }
        }
        for (Map.Entry<Path, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            if (Files.notExists(file) || !Files.readString(file).equals(source.getValue())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                changes++;
            }
        }
        return changes;
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
