package dev.daybook.processor.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name that an instance keeps over restarts, as a file in its state folder. With it the consumer group knows a
 * restarted instance again and gives it its partitions back at once; without it the group first waits for the session of
 * the instance that was to time out.
 */
final class InstanceId {
    private static final String FILE = "instance.id";

    private InstanceId() {}

    /** The name of the instance with this state folder. */
    static String of(Path stateDir) {
        var file = stateDir.resolve(FILE);
        try {
            Files.createDirectories(stateDir);
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder " + stateDir + " must be a folder that can be written", e);
        }
    }
}
