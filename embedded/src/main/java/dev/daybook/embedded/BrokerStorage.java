package dev.daybook.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The folders of a broker. */
final class BrokerStorage {
    private BrokerStorage() {}

    /** Formats what is not formatted yet, which may be a part if the process died while it formatted. */
    static void format(KafkaConfig config) throws Exception {
        var folders = new HashSet<>(List.of(config.metadataLogDir()));
        folders.addAll(config.logDirs());
        new Formatter()
                .setNodeId(BrokerConfig.NODE)
                .setClusterId(clusterId(folders))
                .setDirectories(folders)
                .setMetadataLogDirectory(config.metadataLogDir())
                .setControllerListenerName(BrokerConfig.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static String clusterId(Set<String> folders) throws IOException {
        return new MetaPropertiesEnsemble.Loader()
                .addLogDirs(folders)
                .load()
                .clusterId()
                .orElseGet(() -> Uuid.randomUuid().toString());
    }
}
