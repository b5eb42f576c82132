package dev.daybook.processor.runtime;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What must be known of a context's topics before it can run.
 *
 * @param partitions the count of partitions of the commands, for each type of aggregate
 * @param largest the largest message that each topic takes, in bytes
 */
record TopicFacts(Map<String, Integer> partitions, Map<String, Integer> largest) {

    static TopicFacts read(Admin admin, BoundedContext context) throws ExecutionException, InterruptedException {
        var topics = new ContextTopics(context.name());
        var types = context.aggregates().stream().map(Aggregate::type).toList();
        var described = admin.describeTopics(
                        types.stream().map(topics::commands).toList())
                .allTopicNames()
                .get();
        var partitions = new HashMap<String, Integer>();
        for (var type : types) {
            partitions.put(
                    type,
                    Objects.requireNonNull(described.get(topics.commands(type)))
                            .partitions()
                            .size());
        }
        return new TopicFacts(partitions, largest(admin, outputs(topics, types)));
    }

    /** The limits of this context's messages. */
    Limits limits(ContextTopics topics, int largestPayload) {
        var needed = largestPayload + Resources.HEADROOM;
        for (var topic : outputs(topics, List.copyOf(partitions.keySet()))) {
            var most = Objects.requireNonNull(largest.get(topic));
            if (most < needed) {
                throw new TopicTooSmallException(topic, most, needed);
            }
        }
        return new Limits(needed, Objects.requireNonNull(largest.get(topics.deadLetters())));
    }

    private static List<String> outputs(ContextTopics topics, List<String> types) {
        var outputs = new ArrayList<>(types.stream().map(topics::events).toList());
        outputs.add(topics.replies());
        outputs.add(topics.deadLetters());
        return outputs;
    }

    private static Map<String, Integer> largest(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var largest = new HashMap<String, Integer>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((resource, config) -> largest.put(
                        resource.name(),
                        Integer.parseInt(
                                config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value())));
        return largest;
    }
}
