package dev.daybook.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command talks to: that of a stack, or a cluster that is named. */
public final class Brokers {
    private static final String LOCAL = "127.0.0.1:9092";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "A broker of the cluster; default: that of the stack that runs here.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of the Kafka client, such as those for TLS.")
    private @Nullable Path clientConfig;

    /** Whether a cluster is named, which need not be that of the stack that runs here. */
    public boolean isNamed() {
        return bootstrapServers != null;
    }

    /** Where the brokers are. */
    public String servers(Optional<RunningStack> stack) {
        return Optional.ofNullable(bootstrapServers)
                .or(() -> stack.map(RunningStack::bootstrapServers))
                .orElse(LOCAL);
    }

    /** What a Kafka client is configured with; one that nobody answers gives up soon. */
    public Map<String, Object> config(Optional<RunningStack> stack) throws IOException {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        if (clientConfig != null) {
            var file = new Properties();
            try (var in = Files.newBufferedReader(clientConfig)) {
                file.load(in);
            }
            file.stringPropertyNames().forEach(name -> config.put(name, file.getProperty(name)));
        }
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers(stack));
        return config;
    }
}
