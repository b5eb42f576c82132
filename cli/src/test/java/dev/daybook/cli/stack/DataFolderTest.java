package dev.daybook.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    private Path temp;

    private DataFolder folder;

    @BeforeEach
    void name() {
        folder = new DataFolder(temp.resolve("new"));
    }

    @Test
    void has_no_running_stack_at_first() {
        assertThat(folder.running()).isEmpty();
    }

    @Test
    void tells_of_the_stack_that_runs() throws Exception {
        var stack = stackOf(ProcessHandle.current());
        folder.lock().close();

        folder.tell(stack);
        assertThat(folder.running()).contains(stack);

        folder.untell();
        assertThat(folder.running()).isEmpty();
    }

    @Test
    void tells_of_no_stack_whose_process_has_ended() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        var stack = stackOf(process.toHandle());
        folder.lock().close();
        folder.tell(stack);
        process.destroyForcibly().waitFor();

        assertThat(folder.running()).isEmpty();
    }

    @Test
    void is_used_by_one_stack_at_a_time() throws IOException {
        try (var lock = folder.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(folder::lock)
                    .hasMessageContaining(folder.root().toString())
                    .hasMessageContaining("./daybook down");
        }
        folder.lock().close();
    }

    private static RunningStack stackOf(ProcessHandle process) {
        return new RunningStack(
                process.pid(),
                RunningStack.startOf(process),
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:2"),
                "127.0.0.1:3",
                URI.create("http://127.0.0.1:4/apis/ccompat/v7"),
                URI.create("http://127.0.0.1:5"),
                URI.create("http://127.0.0.1:6"),
                List.of(new RunningStack.Member("processor-1", URI.create("http://127.0.0.1:7"), 8)));
    }
}
