package dev.daybook.avro.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFolderTest {
    private static final Path A = Path.of("shop", "A.java");
    private static final Path B = Path.of("shop", "B.java");

    @TempDir
    private Path root;

    @Test
    void leaves_what_is_up_to_date_untouched() throws IOException {
        SourceFolder folder = new SourceFolder(root);
        folder.update(Map.of(A, "a", B, "b"));
        FileTime longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(root.resolve(A), longAgo);

        int changes = folder.update(Map.of(A, "a", B, "b2"));

        assertThat(changes).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(root.resolve(A))).isEqualTo(longAgo);
        assertThat(root.resolve(B)).hasContent("b2");
    }

    @Test
    void removes_what_is_no_longer_generated() throws IOException {
        SourceFolder folder = new SourceFolder(root);
        folder.update(Map.of(A, "a", B, "b"));

        assertThat(folder.update(Map.of(A, "a"))).isEqualTo(1);
        assertThat(root.resolve(B)).doesNotExist();
        assertThat(folder.update(Map.of(A, "a"))).isZero();
    }
}
