package dev.daybook.conventions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A module of the build: a folder with a POM and sources. */
record Module(Path folder) {
    /** Tests run in the folder of their own module. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Module> all() {
        return walk(ROOT, 2)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src")))
                .map(Module::new)
                .toList();
    }

    static Module named(String name) {
        return new Module(ROOT.resolve(name));
    }

    /** Every Java file that a person wrote. */
    List<Path> sources() {
        return walk(folder.resolve("src"), Integer.MAX_VALUE)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** What its sources, but not those of tests, were compiled to; this module is built after all others. */
    JavaClasses classes() {
        var classes = folder.resolve("target").resolve("classes");
        return new ClassFileImporter().importPath(classes);
    }

    private static Stream<Path> walk(Path folder, int depth) {
        try (var files = Files.walk(folder, depth)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    @Override
    public String toString() {
        return ROOT.relativize(folder).toString();
    }
}
