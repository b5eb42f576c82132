package dev.daybook.avro.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes IDL for tests. */
final class Idl {
    private Idl() {}

    /** Writes a protocol {@code shop.ShopEvent} with this body, and reads it back. */
    static List<IdlFile> events(Path folder, String body) throws IOException {
        write(folder.resolve("events.avdl"), "@namespace(\"shop\") protocol ShopEvent {\n" + body + "\n}");
        return IdlFiles.read(folder);
    }

    static void write(Path file, String idl) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, idl);
    }
}
