package dev.daybook.cli.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.cli.infra.Dockerfile.Instruction;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    /** What the build makes; the rest of what is copied is in the repository. */
    private static final Set<String> BUILT = Set.of("cli/target/lib", "cli/target/daybook.jar");

    private final Dockerfile file = Dockerfile.parse(Infra.text("Dockerfile"));

    @Test
    void copies_what_is_there_and_not_ignored() {
        var sent = Infra.text("Dockerfile.dockerignore").lines().toList();

        assertThat(file.stages().values().stream().flatMap(List::stream).flatMap(DockerfileTest::copied))
                .isNotEmpty()
                .allSatisfy(source -> {
                    assertThat(BUILT.contains(source) || Files.exists(Infra.PROJECT.resolve(source)))
                            .as(source)
                            .isTrue();
                    assertThat(sent).contains("!" + source);
                });
    }

    private static Stream<String> copied(Instruction instruction) {
        var words = Arrays.asList(instruction.arguments().split(" ", -1));
        return instruction.name().equals("COPY") ? words.subList(0, words.size() - 1).stream() : Stream.of();
    }

    @Test
    void no_container_runs_as_root() {
        assertThat(file.stages().keySet())
                .allSatisfy(stage -> assertThat(file.last(stage, "USER")).isEqualTo("daybook"));
    }

    @ParameterizedTest
    @CsvSource({
        "command-gateway, http.port, dev.daybook.gateway.Main",
        "aggregate-processor, admin.port, dev.daybook.processor.Main",
        "projection-app, http.port, dev.daybook.projection.Main",
        "process-manager, http.port, dev.daybook.processes.Main"
    })
    void an_app_is_started_and_asked_where_it_listens(String app, String portSetting, String main) throws Exception {
        var port = Infra.settings(app).stream()
                .filter(setting -> setting.key().equals(portSetting))
                .findFirst()
                .flatMap(setting -> setting.defaultText())
                .orElseThrow();

        assertThat(file.last(app, "EXPOSE")).isEqualTo(port);
        assertThat(Dockerfile.words(file.last(app, "HEALTHCHECK").replaceFirst(".* CMD ", "")))
                .containsExactly("bash", "healthcheck", port);
        assertThat(Dockerfile.words(file.last(app, "ENTRYPOINT")))
                .containsExactly("java", "@jvm.options", "-cp", "lib/" + app + ".jar", main);
        assertThat(Class.forName(main).getMethod("main", String[].class)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN true",
                "FROM image:1",
                "FROM image AS stage",
                "FROM host.example.com/image:1 AS stage",
                "FROM image:1 AS one\nFROM image:1 AS one",
                "FROM image:1 AS stage\nRUM true",
                "FROM image:1 AS stage\nrun true",
                "FROM image:1 AS stage\nUSER"
            })
    void a_file_with_a_fault_is_refused(String text) {
        assertThatThrownBy(() -> Dockerfile.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void a_command_that_is_no_array_is_refused() {
        assertThatThrownBy(() -> Dockerfile.words("[\"java\", ]")).hasMessageContaining("expected a JSON array");
    }
}
