package dev.daybook.conventions;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of packages: each says what it is for and marks what may be null, and none is part of a cycle. */
class PackagesTest {
    private static final Pattern DESCRIPTION =
            Pattern.compile("/\\*\\*.+?\\*/\\s+@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void every_package_is_described_and_null_marked() {
        assertThat(Module.all().stream().flatMap(PackagesTest::undescribed))
                .as("packages without a @NullMarked package-info.java that says what they are for")
                .isEmpty();
    }

    private static Stream<Path> undescribed(Module module) {
        var main = module.folder().resolve("src/main/java");
        var test = module.folder().resolve("src/test/java");
        var generated = module.folder().resolve("target/generated-sources/avro");
        return module.sources().stream().map(Path::getParent).distinct().filter(folder -> {
            var name = (folder.startsWith(test) ? test : main).relativize(folder);
            // A test's package may be one of main's, and either one that is generated.
            return Stream.of(folder, main.resolve(name), generated.resolve(name))
                    .noneMatch(PackagesTest::isDescribed);
        });
    }

    private static boolean isDescribed(Path folder) {
        var description = folder.resolve("package-info.java");
        try {
            return Files.exists(description)
                    && DESCRIPTION.matcher(Files.readString(description)).find();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + description, e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.daybook.conventions.Module#all")
    void packages_of_a_module_form_no_cycle(Module module) {
        slices().matching("(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(module.classes());
    }
}
