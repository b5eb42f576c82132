package dev.daybook.streams.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name that an instance keeps over restarts, as a file in its state folder. By it the consumer group knows a restarted
 * instance again, and whoever sees an instance die can tell the group which one that was; without it the group would have to
 * wait for the session of the dead one to time out.
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
                var whole = Files.writeString(
                        stateDir.resolve(FILE + ".new"), UUID.randomUUID().toString());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The state folder " + stateDir + " must be a folder that can be written", e);
        }
    }
}
