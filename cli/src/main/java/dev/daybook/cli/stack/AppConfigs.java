package dev.daybook.cli.stack;

import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Settings;
import dev.daybook.processes.ProcessManagerConfig;
import dev.daybook.processor.ProcessorConfig;
import dev.daybook.projection.ProjectionConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configurations of the apps of a stack: what files for them hold, with defaults for all that is not here. */
record AppConfigs(String bootstrapServers, URI registry) {

    Map<String, String> gateway(String host, int port) {
        return with(Map.of("http.host", host, "http.port", text(port)));
    }

    Map<String, String> processor(int adminPort, Path stateDir) {
        return with(Map.of("admin.port", text(adminPort), "processor.state.dir", stateDir.toString()));
    }

    Map<String, String> projections(String host, int port, Path stateDir, int standbys) {
        return with(Map.of(
                "http.host",
                host,
                "http.port",
                text(port),
                "state.dir",
                stateDir.toString(),
                "standbys",
                text(standbys)));
    }

    Map<String, String> processes(String host, int port, Path stateDir) {
        return with(Map.of("http.host", host, "http.port", text(port), "state.dir", stateDir.toString()));
    }

    static GatewayConfig gateway(Map<String, String> file) {
        return GatewayConfig.from(Settings.of(GatewayConfig.settings(), file));
    }

    static ProcessorConfig processor(Map<String, String> file) {
        return ProcessorConfig.from(Settings.of(ProcessorConfig.settings(), file));
    }

    static ProjectionConfig projections(Map<String, String> file) {
        return ProjectionConfig.from(Settings.of(ProjectionConfig.settings(), file));
    }

    static ProcessManagerConfig processes(Map<String, String> file) {
        return ProcessManagerConfig.from(Settings.of(ProcessManagerConfig.settings(), file));
    }

    private Map<String, String> with(Map<String, String> own) {
        var all = new HashMap<>(own);
        all.put("kafka.bootstrap.servers", bootstrapServers);
        all.put("registry.url", registry.toString());
        return all;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
