package dev.daybook.cli.infra;

import dev.daybook.gateway.GatewayConfig;
import dev.daybook.platform.config.Setting;
import dev.daybook.processes.ProcessManagerConfig;
import dev.daybook.processor.ProcessorConfig;
import dev.daybook.projection.ProjectionConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder {@code infra/}. */
final class Infra {
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = PROJECT.resolve("infra");

    private Infra() {}

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that an app reads. */
    static List<Setting<?>> settings(String app) {
        return switch (app) {
            case "command-gateway" -> GatewayConfig.settings();
            case "aggregate-processor" -> ProcessorConfig.settings();
            case "projection-app" -> ProjectionConfig.settings();
            case "process-manager" -> ProcessManagerConfig.settings();
            default -> throw new IllegalArgumentException("There is no app " + app);
        };
    }
}
