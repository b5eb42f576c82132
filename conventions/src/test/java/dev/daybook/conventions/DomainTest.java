package dev.daybook.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the programming model and of business code: an outcome is a function of the log, and of nothing else. */
class DomainTest {
    private static final String CONTEXTS = "src/main/resources/META-INF/services/dev.daybook.core.BoundedContext";

    @ParameterizedTest
    @MethodSource("domain")
    void is_pure(Module module) {
        var classes = module.classes();
        for (var rule : Purity.RULES) {
            rule.check(classes);
        }
    }

    @Test
    void is_found_in_every_module_with_a_context() {
        assertThat(domain()).extracting(Module::toString).contains("core", "orders", "examples/loyalty");
    }

    static List<Module> domain() {
        var contexts = Module.all().stream()
                .filter(module -> Files.exists(module.folder().resolve(CONTEXTS)));
        return Stream.concat(Stream.of(Module.named("core")), contexts).toList();
    }
}
