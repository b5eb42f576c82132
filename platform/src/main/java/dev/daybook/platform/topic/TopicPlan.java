package dev.daybook.platform.topic;

import dev.daybook.platform.topic.TopicChange.AddPartitions;
import dev.daybook.platform.topic.TopicChange.Create;
import dev.daybook.platform.topic.TopicChange.Refused;
import dev.daybook.platform.topic.TopicChange.ResetConfig;
import dev.daybook.platform.topic.TopicChange.SetConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** The difference between the topics as they should be and the topics of a cluster. Immutable. */
public final class TopicPlan {
    private static final Duration TO_TAKE_EFFECT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<TopicSpec> wanted;
    private final List<TopicChange> changes;

    private TopicPlan(List<TopicSpec> wanted, List<TopicChange> changes) {
        this.wanted = List.copyOf(wanted);
        this.changes = List.copyOf(changes);
    }

    /**
     * Compares with a cluster, and changes nothing.
     *
     * @throws ClusterException if the cluster does not answer
     */
    public static TopicPlan of(List<TopicSpec> wanted, Admin admin) throws InterruptedException {
        var cluster = new Cluster(admin);
        var topics = cluster.topics(wanted.stream().map(TopicSpec::name).toList());
        var changes = new ArrayList<TopicChange>();
        for (var spec : wanted) {
            var topic = topics.get(spec.name());
            if (topic == null) {
                changes.add(new Create(spec));
                continue;
            }
            var keyed = topic.partitions() < spec.partitions()
                    && spec.kind().holdsAggregates()
                    && cluster.haveHeldRecords(withSameKeys(topic, topics.values()));
            changes.addAll(new TopicDifference(spec, topic, keyed).changes());
        }
        return new TopicPlan(wanted, changes);
    }

    private static List<ClusterTopic> withSameKeys(ClusterTopic topic, Collection<ClusterTopic> topics) {
        return topics.stream()
                .filter(other -> Keying.owner(other.name()).equals(Keying.owner(topic.name())))
                .toList();
    }

    /** All differences, in the order of the topics. */
    public List<TopicChange> changes() {
        return changes;
    }

    /** The differences that {@link #apply} leaves as they are. */
    public List<Refused> refused() {
        return changes(Refused.class).toList();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Makes all changes but the refused ones, and returns when the cluster shows them.
     *
     * @throws ClusterException if the cluster refuses one; others may have been made
     */
    public void apply(Admin admin) throws InterruptedException {
        Cluster.await("create topics", admin.createTopics(newTopics()).all());
        Cluster.await("add partitions", admin.createPartitions(newPartitions()).all());
        Cluster.await(
                "change settings of topics",
                admin.incrementalAlterConfigs(newConfigs()).all());
        awaitEffect(admin);
    }

    private List<NewTopic> newTopics() {
        return changes(Create.class)
                .map(Create::spec)
                .map(spec -> new NewTopic(spec.name(), spec.partitions(), spec.replication()).configs(spec.config()))
                .toList();
    }

    private Map<String, NewPartitions> newPartitions() {
        var partitions = new HashMap<String, NewPartitions>();
        changes(AddPartitions.class)
                .forEach(change -> partitions.put(change.topic(), NewPartitions.increaseTo(change.to())));
        return partitions;
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> newConfigs() {
        var configs = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        changes(SetConfig.class)
                .forEach(change -> operations(configs, change)
                        .add(new AlterConfigOp(new ConfigEntry(change.setting(), change.to()), OpType.SET)));
        changes(ResetConfig.class)
                .forEach(change -> operations(configs, change)
                        .add(new AlterConfigOp(new ConfigEntry(change.setting(), ""), OpType.DELETE)));
        return configs;
    }

    private static Collection<AlterConfigOp> operations(
            Map<ConfigResource, Collection<AlterConfigOp>> configs, TopicChange change) {
        return configs.computeIfAbsent(
                new ConfigResource(ConfigResource.Type.TOPIC, change.topic()), topic -> new ArrayList<>());
    }

    /** The controller has the changes when it answers, but each broker learns of them a little later. */
    private void awaitEffect(Admin admin) throws InterruptedException {
        var deadline = System.nanoTime() + TO_TAKE_EFFECT.toNanos();
        while (!TopicPlan.of(wanted, admin).changes.stream().allMatch(Refused.class::isInstance)) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException("show the changed topics within " + TO_TAKE_EFFECT.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    private <C extends TopicChange> Stream<C> changes(Class<C> type) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }
}
