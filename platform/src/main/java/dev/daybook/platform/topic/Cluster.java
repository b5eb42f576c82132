package dev.daybook.platform.topic;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a cluster says of itself. Its failures are {@link ClusterException}s. */
record Cluster(Admin admin) {

    /** Those of the topics that it has, by name. */
    Map<String, ClusterTopic> topics(Collection<String> names) throws InterruptedException {
        var descriptions = new HashMap<String, TopicDescription>();
        for (var answer : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                descriptions.put(answer.getKey(), answer.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new ClusterException("describe the topic " + answer.getKey(), e);
                }
            }
        }
        var resources = descriptions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = await(
                "describe the settings of topics",
                admin.describeConfigs(resources).all());
        return configs.entrySet().stream()
                .map(config ->
                        topic(requireNonNull(descriptions.get(config.getKey().name())), config.getValue()))
                .collect(Collectors.toMap(ClusterTopic::name, topic -> topic));
    }

    private static ClusterTopic topic(TopicDescription description, Config config) {
        var values = new HashMap<String, String>();
        var own = new TreeSet<String>();
        for (var entry : config.entries()) {
            values.put(entry.name(), entry.value());
            if (entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                own.add(entry.name());
            }
        }
        var partitions = description.partitions();
        return new ClusterTopic(
                description.name(),
                partitions.size(),
                partitions.getFirst().replicas().size(),
                values,
                own);
    }

    /** Whether anything was ever appended to one of these topics. */
    boolean haveHeldRecords(Collection<ClusterTopic> topics) throws InterruptedException {
        var ends = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return await("tell the ends of partitions", admin.listOffsets(ends).all()).values().stream()
                .anyMatch(end -> end.offset() > 0);
    }

    /** The level of a feature, or 0 if it has none. */
    int feature(String name) throws InterruptedException {
        var features = await("describe its features", admin.describeFeatures().featureMetadata())
                .finalizedFeatures();
        var level = features.get(name);
        return level == null ? 0 : level.maxVersionLevel();
    }

    static <T> T await(String asked, KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new ClusterException(asked, e);
        }
    }
}
