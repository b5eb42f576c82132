package dev.daybook.platform.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.LOCAL_LOG_RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.LOCAL_LOG_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.REMOTE_LOG_STORAGE_ENABLE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of a topic that the topic file may have: two of ours, and those of Kafka's that concern us. */
final class TopicSettings {
    static final String PARTITIONS = "partitions";
    static final String REPLICATION = "replication";

    /** What must be said of every topic. */
    static final List<String> REQUIRED = List.of(
            PARTITIONS,
            REPLICATION,
            CLEANUP_POLICY_CONFIG,
            RETENTION_MS_CONFIG,
            MESSAGE_TIMESTAMP_TYPE_CONFIG,
            COMPRESSION_TYPE_CONFIG,
            MIN_IN_SYNC_REPLICAS_CONFIG,
            MAX_MESSAGE_BYTES_CONFIG);

    private static final Values COUNT = new Values("a number above 0", "[1-9]\\d{0,8}");
    private static final Values REPLICAS = new Values("a number from 1 to 99", "[1-9]\\d?");
    private static final Values LIMIT = new Values("a number above 0, or -1 for no limit", "-1|[1-9]\\d{0,17}");
    private static final Values FLAG = new Values("true or false", "true|false");

    private static final Map<String, Values> KNOWN = Map.ofEntries(
            Map.entry(PARTITIONS, COUNT),
            Map.entry(REPLICATION, REPLICAS),
            Map.entry(MIN_IN_SYNC_REPLICAS_CONFIG, REPLICAS),
            Map.entry(UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, FLAG),
            Map.entry(
                    CLEANUP_POLICY_CONFIG, new Values("delete, compact or compact,delete", "delete|compact(,delete)?")),
            Map.entry(RETENTION_MS_CONFIG, LIMIT),
            Map.entry(RETENTION_BYTES_CONFIG, LIMIT),
            Map.entry(DELETE_RETENTION_MS_CONFIG, COUNT),
            Map.entry(SEGMENT_MS_CONFIG, COUNT),
            Map.entry(SEGMENT_BYTES_CONFIG, COUNT),
            Map.entry(MAX_MESSAGE_BYTES_CONFIG, COUNT),
            Map.entry(
                    MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    new Values("CreateTime or LogAppendTime", "CreateTime|LogAppendTime")),
            Map.entry(
                    COMPRESSION_TYPE_CONFIG,
                    new Values(
                            "producer, uncompressed, gzip, snappy, lz4 or zstd",
                            "producer|uncompressed|gzip|snappy|lz4|zstd")),
            Map.entry(REMOTE_LOG_STORAGE_ENABLE_CONFIG, FLAG),
            Map.entry(LOCAL_LOG_RETENTION_MS_CONFIG, LIMIT),
            Map.entry(LOCAL_LOG_RETENTION_BYTES_CONFIG, LIMIT));

    private TopicSettings() {}

    /** What is wrong with a setting, if something is. */
    static Optional<String> fault(String name, String value) {
        var values = KNOWN.get(name);
        if (values == null) {
            return Optional.of("there is no such setting of a topic; there are "
                    + String.join(", ", new TreeSet<>(KNOWN.keySet())));
        }
        return values.pattern().matcher(value).matches()
                ? Optional.empty()
                : Optional.of("expected %s, found '%s'".formatted(values.expected(), value));
    }

    private record Values(String expected, Pattern pattern) {
        Values(String expected, String pattern) {
            this(expected, Pattern.compile(pattern));
        }
    }
}
