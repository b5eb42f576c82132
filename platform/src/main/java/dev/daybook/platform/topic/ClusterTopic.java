package dev.daybook.platform.topic;

import java.util.Map;
import java.util.Set;

/**
 * A topic as it is.
 *
 * @param config the values that are in force
 * @param own the settings that were made on the topic itself
 */
record ClusterTopic(String name, int partitions, int replication, Map<String, String> config, Set<String> own) {}
