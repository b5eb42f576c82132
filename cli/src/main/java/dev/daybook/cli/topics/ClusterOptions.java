package dev.daybook.cli.topics;

import dev.daybook.cli.console.CommandFailure;
import dev.daybook.cli.console.ExitCode;
import dev.daybook.cli.stack.Brokers;
import dev.daybook.cli.stack.DataFolder;
import dev.daybook.cli.stack.Home;
import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.topic.ClusterException;
import dev.daybook.platform.topic.InvalidTopicFileException;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster, and how its topics should be. */
final class ClusterOptions {
    @Mixin
    private Brokers brokers = new Brokers();

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

    Admin admin() {
        return brokers.client(folder().running(), Admin::create);
    }

    TopicPlan plan(Admin admin) throws InterruptedException {
        try {
            var topics = TopicFile.read(file == null ? Home.topics() : file).topics(profile, BoundedContexts.load());
            return TopicPlan.of(topics, admin);
        } catch (InvalidTopicFileException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        } catch (ClusterException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    e.getMessage() + ". Is there a broker at " + brokers.servers(folder().running())
                            + "? Name one with --bootstrap-server, or start a stack with ./daybook up.",
                    e);
        }
    }

    private DataFolder folder() {
        return data == null ? DataFolder.standard() : new DataFolder(data);
    }
}
