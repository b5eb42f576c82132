package dev.daybook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    @TempDir
    Path dataDir;

    @Test
    void keeps_ids_over_a_restart() throws Exception {
        List<Integer> ids;
        try (var registry = EmbeddedRegistry.start(dataDir, 0)) {
            ids = register(registry.url(), 0, 20);
        }
        try (var registry = EmbeddedRegistry.start(dataDir, 0)) {
            assertThat(register(registry.url(), 0, 20)).isEqualTo(ids);
            assertThat(register(registry.url(), 20, 21)).doesNotContainAnyElementsOf(ids);
        }
    }

    @Test
    void is_killed_when_its_parent_is_and_keeps_ids() throws Exception {
        var owner = Owner.start("registry", dataDir);
        var said = Owner.reach(owner).split(" ", 2);
        var registry = ProcessHandle.of(Long.parseLong(said[0])).orElseThrow();
        var ids = register(URI.create(said[1]), 0, 20);

        owner.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !registry.isAlive());
        try (var next = EmbeddedRegistry.start(dataDir, 0)) {
            assertThat(register(next.url(), 0, 20)).isEqualTo(ids);
            assertThat(register(next.url(), 20, 21)).doesNotContainAnyElementsOf(ids);
            assertThat(new Schemas(next.url()).schema(ids.getFirst())).contains("Record0");
        }
    }

    @Test
    void refuses_a_folder_that_another_registry_uses() throws Exception {
        try (var registry = EmbeddedRegistry.start(dataDir, 0)) {
            assertThatExceptionOfType(EmbeddedException.class)
                    .isThrownBy(() -> EmbeddedRegistry.start(dataDir, 0))
                    .withMessageContaining("see " + dataDir.resolve("registry.log"));
            assertThat(register(registry.url(), 0, 1)).isNotEmpty();
        }
    }

    @Test
    void names_the_port_that_is_taken() throws Exception {
        try (var taken = Loopback.listen("test", 0)) {
            var port = Loopback.port(taken);

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> EmbeddedRegistry.start(dataDir, port))
                    .withMessageContaining("Port " + port)
                    .returns("registry", PortTakenException::server)
                    .returns(port, PortTakenException::port);
        }
    }

    private static List<Integer> register(URI registry, int from, int to) throws Exception {
        var schemas = new Schemas(registry);
        var ids = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            ids.add(schemas.register("subject-" + i, "Record" + i));
        }
        return ids;
    }
}
