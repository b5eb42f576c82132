package dev.daybook.embedded;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds Apicurio's program: what the system property {@code daybook.registry.home} names, or else
 * {@code registry} beside this module's classes or jar, which is where the build unpacks it.
 */
record RegistryHome(Path folder) {
    static final String PROPERTY = "daybook.registry.home";

    static RegistryHome find() {
        return find(System.getProperty(PROPERTY), ownLocation());
    }

    static RegistryHome find(@Nullable String named, Path ownLocation) {
        var home = new RegistryHome(
                named == null
                        ? ownLocation.resolveSibling("registry")
                        : Path.of(named).toAbsolutePath());
        if (!Files.isRegularFile(home.program())) {
            throw new EmbeddedException(
                    "There is no registry at %s: expected %s. Build the module 'embedded', which unpacks it, or name its folder with -D%s=…"
                            .formatted(home.folder, home.program(), PROPERTY),
                    null);
        }
        return home;
    }

    private static Path ownLocation() {
        try {
            return Path.of(RegistryHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EmbeddedException("The place of this module's classes is not a path", e);
        }
    }

    Path program() {
        return folder.resolve("quarkus-run.jar");
    }

    /** Where the JVM keeps the program's classes in the form in which it loads them fastest. */
    Path classArchive() {
        return folder.resolve("classes.jsa");
    }
}
