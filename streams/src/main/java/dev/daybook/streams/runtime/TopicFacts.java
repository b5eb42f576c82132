package dev.daybook.streams.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What must be known of topics before an application can run on them.
 *
 * @param partitions the count of partitions of each topic
 * @param largest the largest message that each topic takes, in bytes
 */
public record TopicFacts(Map<String, Integer> partitions, Map<String, Integer> largest) {

    public TopicFacts {
        partitions = Map.copyOf(partitions);
        largest = Map.copyOf(largest);
    }

    /** Asks for them. */
    public static TopicFacts read(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        var partitions = new HashMap<String, Integer>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, described) ->
                        partitions.put(topic, described.partitions().size()));
        return new TopicFacts(partitions, largest(admin, topics));
    }

    /** The count of partitions of a topic. */
    public int partitions(String topic) {
        return known(partitions, topic);
    }

    /** The largest message that a topic takes, in bytes. */
    public int largest(String topic) {
        return known(largest, topic);
    }

    /**
     * Requires that whatever one topic takes goes into another.
     *
     * @throws TopicTooSmallException if the other takes less
     */
    public void requireRoom(String from, String to) {
        if (largest(to) < largest(from)) {
            throw new TopicTooSmallException(to, largest(to), largest(from), "that of " + from);
        }
    }

    /**
     * The limits of an application's messages.
     *
     * @param outputs the topics that it writes payloads to
     * @param deadLetters the topic of its dead letters
     * @param largestPayload the most bytes that a payload may have
     * @param setting the name of the setting that says so
     * @throws TopicTooSmallException if one of them takes less than what may be written to it
     */
    public Limits limits(List<String> outputs, String deadLetters, int largestPayload, String setting) {
        var needed = largestPayload + Resources.HEADROOM;
        for (var topic : outputs) {
            var most = known(largest, topic);
            if (most < needed) {
                throw new TopicTooSmallException(topic, most, needed, setting);
            }
        }
        return new Limits(needed, known(largest, deadLetters));
    }

    private static Map<String, Integer> largest(Admin admin, Collection<String> topics)
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

    private static int known(Map<String, Integer> facts, String topic) {
        var fact = facts.get(topic);
        if (fact == null) {
            throw new IllegalArgumentException(
                    "The topic '%s' must be one of those that were asked for, but they are %s"
                            .formatted(topic, facts.keySet()));
        }
        return fact;
    }
}
