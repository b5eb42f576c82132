package dev.daybook.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the project: where the daybook script is, or the nearest around the working directory. */
public final class Home {
    private static final Path TOPICS = Path.of("infra", "topics.yaml");

    private Home() {}

    /** The folder. */
    public static Path folder() {
        return Optional.ofNullable(System.getenv("DAYBOOK_HOME"))
                .map(Path::of)
                .orElseGet(() -> around(Path.of("").toAbsolutePath()));
    }

    /** The file that declares the topics. */
    public static Path topics() {
        return folder().resolve(TOPICS);
    }

    private static Path around(Path working) {
        return Stream.iterate(working, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(TOPICS)))
                .findFirst()
                .orElse(working);
    }
}
