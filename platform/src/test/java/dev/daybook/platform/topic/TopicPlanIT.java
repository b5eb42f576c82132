package dev.daybook.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.daybook.core.BoundedContext;
import dev.daybook.embedded.EmbeddedBroker;
import dev.daybook.embedded.EmbeddedStack;
import dev.daybook.platform.topic.TopicChange.AddPartitions;
import dev.daybook.platform.topic.TopicChange.Create;
import dev.daybook.platform.topic.TopicChange.ResetConfig;
import dev.daybook.platform.topic.TopicChange.SetConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPlanIT {
    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final Map<String, Object> CLUSTER =
            Map.of("bootstrap.servers", EmbeddedStack.shared().bootstrapServers());

    private final String context = "sales-" + CONTEXTS.incrementAndGet();
    private final List<BoundedContext> contexts = List.of(new Sales(context));
    private final String commands = new ContextTopics(context).commands("order");
    private final String events = new ContextTopics(context).events("order");
    private final Admin admin = Admin.create(CLUSTER);

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void nothing_is_left_to_do_after_all_is_applied() throws Exception {
        var plan = plan();
        assertThat(plan.changes()).hasSize(5).allMatch(Create.class::isInstance);

        plan.apply(admin);

        assertThat(plan().isEmpty()).isTrue();
        assertThatCode(() -> TopicGuard.check(contexts, admin)).doesNotThrowAnyException();
    }

    @Test
    void drift_is_shown_and_put_right() throws Exception {
        plan().apply(admin);
        set(events, "retention.ms", "1000");
        set(events, "segment.ms", "2000");

        var plan = plan();
        assertThat(plan.changes())
                .containsExactly(
                        new SetConfig(events, "retention.ms", "1000", "-1"),
                        new ResetConfig(events, "segment.ms", "2000"));
        plan.apply(admin);

        assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void partitions_are_added_until_the_first_record() throws Exception {
        create(commands, 2);
        create(events, 2);
        assertThat(plan().changes()).contains(new AddPartitions(commands, 2, 4), new AddPartitions(events, 2, 4));
        append(commands);

        var plan = plan();
        assertThat(plan.refused()).extracting(TopicChange::topic).containsExactly(commands, events);
        plan.apply(admin);

        assertThat(plan().changes()).isEqualTo(plan.refused());
    }

    @Test
    void guard_refuses_topics_that_are_missing() throws Exception {
        assertGuarded()
                .hasSize(6)
                .contains(events + ": there is no such topic")
                .last()
                .asString()
                .contains("./daybook topics apply");
    }

    @Test
    void guard_refuses_topics_that_lose_or_change_what_they_hold() throws Exception {
        plan().apply(admin);
        set(events, "cleanup.policy", "compact");
        set(events, "retention.bytes", "1000");
        set(commands, "message.timestamp.type", "CreateTime");

        assertGuarded()
                .contains(
                        events + ": cleanup.policy must be delete, but is compact: the log would forget events",
                        events + ": retention.bytes must be -1, but is 1000: the log would forget events",
                        commands + ": message.timestamp.type must be LogAppendTime, but is CreateTime: decisions would"
                                + " depend on the clock of each sender")
                .last()
                .asString()
                .contains("./daybook topics apply");
    }

    @Test
    void guard_refuses_commands_and_events_with_different_partitions() throws Exception {
        create(commands, 8);
        plan().apply(admin);

        assertGuarded().contains(commands + " has 8 partitions, but " + events + " has 4: both must have equally many");
    }

    @Test
    void guard_refuses_a_cluster_with_the_older_transactions(@TempDir Path dataDir) throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0, Map.of());
                var old = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var downgrade = new FeatureUpdate((short) 1, UpgradeType.SAFE_DOWNGRADE);
            old.updateFeatures(Map.of("transaction.version", downgrade), new UpdateFeaturesOptions())
                    .all()
                    .get();

            await().untilAsserted(() -> assertThatExceptionOfType(UnsafeTopicsException.class)
                    .isThrownBy(() -> TopicGuard.check(List.of(), old))
                    .withMessageContaining("transaction.version is at level 1, but must be at 2 or above"));
        }
    }

    private TopicPlan plan() throws InterruptedException {
        return TopicPlan.of(TopicFile.read(TopicFileTest.SHIPPED).topics("local", contexts), admin);
    }

    private ListAssert<String> assertGuarded() {
        var refused = assertThatExceptionOfType(UnsafeTopicsException.class)
                .isThrownBy(() -> TopicGuard.check(contexts, admin))
                .actual();
        return assertThat(refused.faults());
    }

    private void create(String topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
        await().until(() -> new Cluster(admin).topics(List.of(topic)).containsKey(topic));
    }

    private void set(String topic, String setting, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var operation = new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                .all()
                .get();
        await().untilAsserted(() -> assertThat(
                        new Cluster(admin).topics(List.of(topic)).values())
                .extracting(changed -> changed.config().get(setting))
                .containsExactly(value));
    }

    private static void append(String topic) throws Exception {
        try (var producer = new KafkaProducer<>(CLUSTER, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "a key", "a value")).get();
        }
    }
}
