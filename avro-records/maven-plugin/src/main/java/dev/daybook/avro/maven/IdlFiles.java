package dev.daybook.avro.maven;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.idl.IdlReader;

/** Reads the IDL files below a folder. */
final class IdlFiles {
    private IdlFiles() {}

    /** The files, in the order of their paths. */
    static List<IdlFile> read(Path folder) throws IOException {
        List<Parsed> all =
                paths(folder).stream().map(path -> parse(folder, path)).toList();
        Set<String> parts = all.stream()
                .flatMap(parsed -> parsed.types.values().stream())
                .flatMap(Schemas::parts)
                .collect(toSet());
        return all.stream().map(parsed -> file(parsed, all, parts)).toList();
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".avdl"))
                    .sorted()
                    .toList();
        }
    }

    private static Parsed parse(Path folder, Path path) {
        Protocol protocol;
        try {
            protocol = new IdlReader().parse(path).getProtocol();
        } catch (IOException | SchemaParseException e) {
            throw new IdlException(path + " cannot be read: " + e.getMessage(), e);
        }
        if (protocol == null || protocol.getNamespace() == null) {
            throw new IdlException(path + " must hold a protocol with a namespace");
        }
        return new Parsed(folder.relativize(path), protocol);
    }

    private static IdlFile file(Parsed parsed, List<Parsed> all, Set<String> parts) {
        Set<String> imported = all.stream()
                .filter(parsed::includes)
                .flatMap(other -> other.types.keySet().stream())
                .collect(toSet());
        List<Schema> types = parsed.types.values().stream()
                .filter(type -> !imported.contains(type.getFullName()))
                .toList();
        List<Schema> messages = types.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .filter(type -> !parts.contains(type.getFullName()))
                .toList();
        Protocol protocol = parsed.protocol;
        return new IdlFile(
                parsed.path,
                protocol.getNamespace(),
                protocol.getName(),
                Objects.requireNonNullElse(protocol.getDoc(), ""),
                types,
                messages);
    }

    /** A file as Avro's parser sees it, which does not tell imported types from its own. */
    private record Parsed(Path path, Protocol protocol, Map<String, Schema> types) {
        Parsed(Path path, Protocol protocol) {
            this(
                    path,
                    protocol,
                    protocol.getTypes().stream()
                            .collect(toMap(Schema::getFullName, type -> type, (a, b) -> a, LinkedHashMap::new)));
        }

        /** Whether this file has all of the other's types and more, as only importing it brings about. */
        boolean includes(Parsed other) {
            return types.size() > other.types.size() && types.keySet().containsAll(other.types.keySet());
        }
    }
}
