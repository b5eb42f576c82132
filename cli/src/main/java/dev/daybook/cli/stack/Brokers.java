package dev.daybook.cli.stack;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
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

    /**
     * A Kafka client; one that nobody answers gives up soon.
     *
     * @param maker makes it with a configuration
     */
    public <C> C client(Optional<RunningStack> stack, Function<Map<String, Object>, C> maker) {
        try {
            return maker.apply(config(stack));
        } catch (KafkaException e) {
            if ((e instanceof ConfigException ? e : e.getCause()) instanceof ConfigException wrong) {
                throw new CommandFailure(
                        ExitCode.USAGE, "There is no Kafka to be had with these options: " + wrong.getMessage(), e);
            }
            throw e;
        }
    }

    private Map<String, Object> config(Optional<RunningStack> stack) {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        if (clientConfig != null) {
            var file = new Properties();
            try (var in = Files.newBufferedReader(clientConfig)) {
                file.load(in);
            } catch (IOException e) {
                throw new CommandFailure(
                        ExitCode.USAGE, "Cannot read the --command-config " + clientConfig + ": " + e, e);
            }
            file.stringPropertyNames().forEach(name -> config.put(name, file.getProperty(name)));
        }
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers(stack));
        return config;
    }
}
