package dev.daybook.avro.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A folder that keeps every released version of a schema, as {@code <full name>/<version>.avsc}. */
record ReleasedSchemas(Path root) {

    /** The full names of all that was ever released. */
    List<String> names() throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The files of a schema's versions, oldest first. */
    List<Path> versions(String name) {
        List<Path> versions = new ArrayList<>();
        for (Path file = file(name, 1); Files.exists(file); file = file(name, versions.size() + 1)) {
            versions.add(file);
        }
        return versions;
    }

    Schema read(Path version) throws IOException {
        return new Schema.Parser().parse(Files.readString(version, UTF_8));
    }

    /** Keeps the schema as the next version, unless it is the last one, and tells whether it was kept. */
    boolean add(Schema schema) throws IOException {
        String json = Schemas.json(schema);
        List<Path> versions = versions(schema.getFullName());
        if (!versions.isEmpty()
                && Files.readString(versions.get(versions.size() - 1), UTF_8).equals(json)) {
            return false;
        }
        Path file = file(schema.getFullName(), versions.size() + 1);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json, UTF_8);
        return true;
    }

    private Path file(String name, int version) {
        return root.resolve(name).resolve(version + ".avsc");
    }
}
