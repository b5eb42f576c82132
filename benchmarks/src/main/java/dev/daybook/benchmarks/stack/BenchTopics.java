package dev.daybook.benchmarks.stack;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of peers. */
public final class BenchTopics {
    private BenchTopics() {}

    /** Makes a topic with the partitions and settings of one of Daybook's. */
    public static void create(String bootstrapServers, String name, String like) throws InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var topic =
                    new NewTopic(name, Broker.partitions(admin, like), (short) 1).configs(Broker.settings(admin, like));
            Broker.answer(admin.createTopics(List.of(topic)).all());
        }
    }
}
