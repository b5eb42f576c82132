package dev.daybook.testkit;

import dev.daybook.embedded.EmbeddedRegistry;
import dev.daybook.platform.schema.HttpSchemaRegistry;
import dev.daybook.platform.schema.RegistryConfig;
import dev.daybook.platform.schema.SchemaRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HttpSchemaRegistryIT extends SchemaRegistrySuite {
    @TempDir
    private static Path folder;

    private static EmbeddedRegistry server;
    private static SchemaRegistry registry;

    @BeforeAll
    static void start() {
        server = EmbeddedRegistry.start(folder, 0);
        registry = new HttpSchemaRegistry(RegistryConfig.of(server.url()));
    }

    @AfterAll
    static void close() {
        registry.close();
        server.close();
    }

    @Override
    SchemaRegistry registry() {
        return registry;
    }
}
