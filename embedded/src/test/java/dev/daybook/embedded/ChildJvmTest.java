package dev.daybook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path temp;

    @Test
    void runs_with_its_settings_until_it_is_closed() {
        var child = startReady();
        assertThat(child.alive()).isTrue();

        child.close();

        assertThat(child.exit()).succeedsWithin(BOUND).isEqualTo(143);
        assertThat(output()).content().contains("--config a = b: c#\\ ü", "goodbye");
    }

    @Test
    void ends_at_once_when_it_is_killed() {
        try (var child = startReady()) {
            child.kill();

            assertThat(child.exit()).succeedsWithin(BOUND).isEqualTo(137);
            assertThat(output()).content().doesNotContain("goodbye");
        }
    }

    @Test
    void ends_when_its_parent_is_killed() throws Exception {
        var owner = Owner.start("jvm", folder());
        var child = ProcessHandle.of(Long.parseLong(Owner.reach(owner))).orElseThrow();

        owner.destroyForcibly();

        await().atMost(BOUND).until(() -> !child.isAlive());
    }

    @Test
    void says_where_to_look_when_it_ends_before_it_is_ready() throws Exception {
        try (var taken = Loopback.listen("test", 0);
                var child = Served.start(folder(), Loopback.port(taken))) {
            assertThatExceptionOfType(EmbeddedException.class)
                    .isThrownBy(() -> child.awaitReady(URI.create("http://127.0.0.1:1"), BOUND))
                    .withMessage("The served ended with exit code 1 before it served; see " + output());
            assertThat(output()).content().contains("BindException");
        }
    }

    private ChildJvm startReady() {
        var port = Loopback.reserve("test", 0);
        var child = Served.start(folder(), port);
        child.awaitReady(URI.create("http://127.0.0.1:" + port), BOUND);
        return child;
    }

    private Path folder() {
        return temp.resolve("new");
    }

    private Path output() {
        return folder().resolve("served.out");
    }
}
