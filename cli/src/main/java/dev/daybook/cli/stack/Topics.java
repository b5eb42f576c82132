package dev.daybook.cli.stack;

import dev.daybook.platform.context.BoundedContexts;
import dev.daybook.platform.topic.TopicFile;
import dev.daybook.platform.topic.TopicPlan;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The topics of a stack, made as the topic file says for one machine. */
public final class Topics {
    private static final String PROFILE = "local";

    private Topics() {}

    /** Makes them, and says what it did. */
    public static String apply(String bootstrapServers) throws InterruptedException {
        var wanted = TopicFile.read(Home.topics()).topics(PROFILE, BoundedContexts.load());
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var plan = TopicPlan.of(wanted, admin);
            if (!plan.isEmpty()) {
                plan.apply(admin);
            }
            return plan.isEmpty() ? "as infra/topics.yaml says" : plan.changes().size() + " changes";
        }
    }
}
