package dev.daybook.benchmarks.stack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** What the broker tells of its topics. */
final class Broker {
    private Broker() {}

    static int partitions(Admin admin, String topic) throws InterruptedException {
        return ofTopic(topic, answer(admin.describeTopics(List.of(topic)).allTopicNames()))
                .partitions()
                .size();
    }

    /** The settings that were made for a topic. */
    static Map<String, String> settings(Admin admin, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return ofTopic(resource, answer(admin.describeConfigs(List.of(resource)).all())).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static <K, V> V ofTopic(K topic, Map<K, V> answers) {
        return Objects.requireNonNull(answers.get(topic), () -> "The broker tells nothing of " + topic);
    }

    static <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refuses: " + e.getCause(), e);
        }
    }
}
