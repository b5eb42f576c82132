package dev.daybook.platform.topic;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as it should be.
 *
 * @param config Kafka's settings of the topic by their names, such as {@code retention.ms}
 */
public record TopicSpec(String name, TopicKind kind, int partitions, short replication, Map<String, String> config) {
    public TopicSpec {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }
}
