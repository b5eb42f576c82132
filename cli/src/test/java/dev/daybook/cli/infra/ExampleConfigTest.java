package dev.daybook.cli.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Settings;
import dev.daybook.processes.ProcessManagerConfig;
import dev.daybook.processor.ProcessorConfig;
import dev.daybook.projection.ProjectionConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleConfigTest {
    @Test
    void the_example_of_each_app_is_one_that_it_takes() {
        assertThat(GatewayConfig.from(settings("command-gateway")).common().kafka())
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(ProcessorConfig.from(settings("aggregate-processor")).adminPort())
                .isEqualTo(8082);
        assertThat(ProjectionConfig.from(settings("projection-app")).storeMemory())
                .isEqualTo(256);
        assertThat(ProcessManagerConfig.from(settings("process-manager")).http().port())
                .isEqualTo(8083);
    }

    private static Settings settings(String app) {
        return Settings.load(
                Infra.settings(app), Infra.FOLDER.resolve("config").resolve(app + ".properties"), Map.of());
    }
}
