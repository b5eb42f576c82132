package dev.daybook.cli.topics;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.stack.DataFolder;
import dev.daybook.cli.stack.Home;
import dev.daybook.cli.stack.RunningStack;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.topic.ClusterException;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster, and how its topics should be. */
final class ClusterOptions {
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

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "The profile of the file, local or cluster; default: ${DEFAULT-VALUE}.")
    private String profile = "";

    @Option(names = "--file", paramLabel = "FILE", description = "The topic file; default: infra/topics.yaml.")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder of the stack that runs here.")
    private @Nullable Path data;

    Admin admin() throws IOException {
        var config = new Properties();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        if (clientConfig != null) {
            try (var in = Files.newBufferedReader(clientConfig)) {
                config.load(in);
            }
        }
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return Admin.create(config);
    }

    TopicPlan plan(Admin admin) throws InterruptedException {
        var topics = TopicFile.read(file == null ? Home.topics() : file).topics(profile, BoundedContexts.load());
        try {
            return TopicPlan.of(topics, admin);
        } catch (ClusterException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    e.getMessage() + ". Is there a broker at " + bootstrapServers() + "? Name one with"
                            + " --bootstrap-server, or start a stack with ./daybook up.",
                    e);
        }
    }

    private String bootstrapServers() {
        return Optional.ofNullable(bootstrapServers)
                .or(() -> folder().running().map(RunningStack::bootstrapServers))
                .orElse(LOCAL);
    }

    private DataFolder folder() {
        return data == null ? DataFolder.standard() : new DataFolder(data);
    }
}
