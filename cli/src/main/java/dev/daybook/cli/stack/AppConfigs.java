package dev.daybook.cli.stack;

import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.platform.config.Settings;
import dev.daybook.processor.ProcessorConfig;
import dev.daybook.projection.ProjectionConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configurations of the apps of a stack: as files for them would hold, with defaults for all that is not here. */
record AppConfigs(String bootstrapServers, URI registry) {

    GatewayConfig gateway(String host, int port) {
        return GatewayConfig.from(
                settings(GatewayConfig.settings(), Map.of("http.host", host, "http.port", text(port))));
    }

    ProcessorConfig processor(int adminPort, Path stateDir) {
        return ProcessorConfig.from(settings(
                ProcessorConfig.settings(),
                Map.of("admin.port", text(adminPort), "processor.state.dir", stateDir.toString())));
    }

    ProjectionConfig projections(String host, int port, Path stateDir) {
        return ProjectionConfig.from(settings(
                ProjectionConfig.settings(),
                Map.of("http.host", host, "http.port", text(port), "state.dir", stateDir.toString())));
    }

    private Settings settings(List<Setting<?>> known, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("kafka.bootstrap.servers", bootstrapServers);
        all.put("registry.url", registry.toString());
        return Settings.of(known, all);
    }

    private static String text(int port) {
        return Integer.toString(port);
    }
}
