package dev.daybook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryHomeTest {
    @TempDir
    Path folder;

    @Test
    void stands_beside_the_classes() throws Exception {
        var home = folder.resolve("registry");
        Files.createFile(Files.createDirectory(home).resolve("quarkus-run.jar"));

        assertThat(RegistryHome.find(null, folder.resolve("classes")).folder()).isEqualTo(home);
    }

    @Test
    void can_be_named() throws Exception {
        Files.createFile(folder.resolve("quarkus-run.jar"));

        assertThat(RegistryHome.find(folder.toString(), Path.of("/elsewhere")).folder())
                .isEqualTo(folder);
    }

    @Test
    void says_what_is_missing_and_how_to_get_it() {
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> RegistryHome.find(null, folder.resolve("classes")))
                .withMessageContaining(folder.resolve("registry").toString())
                .withMessageContaining("Build the module 'embedded'")
                .withMessageContaining("-Ddaybook.registry.home=");
    }
}
