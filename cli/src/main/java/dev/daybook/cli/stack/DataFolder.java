package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.console.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything that a stack keeps: it can be moved and backed up as a whole while none runs. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder {@code data} beside the daybook script. */
    public static DataFolder standard() {
        return new DataFolder(Home.folder().resolve("data"));
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path registry() {
        return root.resolve("registry");
    }

    /** Where a processor keeps its state; only one at a time may have it. */
    Path processor(String name) {
        return root.resolve(name);
    }

    /** What the processes of instances are told, and print. */
    Path instances() {
        return root.resolve("instances");
    }

    /** Where a projection app keeps its views; only one at a time may have it. */
    Path projections(String name) {
        return root.resolve(name);
    }

    /** Where a process manager keeps its state; only one at a time may have it. */
    Path processes(String name) {
        return root.resolve(name);
    }

    /** The log of all that runs in the stack's own process. */
    public Path log() {
        return log("daybook");
    }

    /** The log of an instance in a process of its own. */
    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** The stack that runs on this folder, if one does and is ready or has been. */
    public Optional<RunningStack> running() {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(stackFile()), RunningStack.class))
                    .filter(RunningStack::alive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Cannot use " + root + " as data folder: " + e + ". Name another with --data.", e);
        }
    }

    /** Takes the folder for this process, creating it if it is new. The operating system gives it back at any end. */
    FileLock lock() {
        try {
            Files.createDirectories(root);
            var lock = tryLock(
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock == null) {
                throw new CommandFailure(ExitCode.FAILED, inUse());
            }
            return lock;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Cannot use " + root + " as data folder: " + e + ". Name another with --data.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private String inUse() {
        var user = running()
                .map(stack -> "process " + stack.pid() + ", " + stack.gateway())
                .orElse("one that is starting or stopping");
        return "Another stack uses the data folder " + root + " (" + user + "). Use that one, stop it with"
                + " ./daybook down, or start a second one with --data and other ports.";
    }

    /** Tells other processes of a stack that runs here, in place of what was told before. */
    void tell(RunningStack stack) throws IOException {
        var next = root.resolve("stack.json.next");
        Files.write(next, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(stack));
        Files.move(next, stackFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells other processes that none runs here. */
    void untell() throws IOException {
        Files.deleteIfExists(stackFile());
    }

    private Path stackFile() {
        return root.resolve("stack.json");
    }
}
