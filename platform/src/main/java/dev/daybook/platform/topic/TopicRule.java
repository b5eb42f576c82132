package dev.daybook.platform.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What must hold of the topics of a kind so that nothing is lost or changes its meaning, whoever made them.
 *
 * @param expected the values that keep it
 * @param otherwise what goes wrong with any other
 */
record TopicRule(TopicKind kind, String setting, Predicate<String> keeps, String expected, String otherwise) {
    private static final String FORGETS = "the log would forget events";
    private static final String LOSES_BUILDS = "the read side would no longer know which build of a view serves";

    private static final List<TopicRule> ALL = List.of(
            new TopicRule(
                    TopicKind.COMMANDS,
                    MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime"::equals,
                    "LogAppendTime",
                    "decisions would depend on the clock of each sender"),
            new TopicRule(
                    TopicKind.COMMANDS,
                    CLEANUP_POLICY_CONFIG,
                    TopicRule::isNotCompacted,
                    "delete",
                    "a command would make earlier ones to its aggregate vanish"),
            new TopicRule(
                    TopicKind.INBOX,
                    CLEANUP_POLICY_CONFIG,
                    TopicRule::isNotCompacted,
                    "delete",
                    "what an instance is told would make what it was told before vanish"),
            new TopicRule(
                    TopicKind.OUTBOX,
                    CLEANUP_POLICY_CONFIG,
                    TopicRule::isNotCompacted,
                    "delete",
                    "a command would make others to its aggregate vanish"),
            new TopicRule(
                    TopicKind.PUBLIC,
                    CLEANUP_POLICY_CONFIG,
                    TopicRule::isNotCompacted,
                    "delete",
                    "an integration event would make earlier ones vanish"),
            new TopicRule(TopicKind.EVENTS, CLEANUP_POLICY_CONFIG, TopicRule::isNotCompacted, "delete", FORGETS),
            new TopicRule(TopicKind.EVENTS, RETENTION_MS_CONFIG, "-1"::equals, "-1", FORGETS),
            new TopicRule(TopicKind.EVENTS, RETENTION_BYTES_CONFIG, "-1"::equals, "-1", FORGETS),
            new TopicRule(
                    TopicKind.VIEW_BUILDS, CLEANUP_POLICY_CONFIG, TopicRule::isNotCompacted, "delete", LOSES_BUILDS),
            new TopicRule(TopicKind.VIEW_BUILDS, RETENTION_MS_CONFIG, "-1"::equals, "-1", LOSES_BUILDS),
            new TopicRule(TopicKind.VIEW_BUILDS, RETENTION_BYTES_CONFIG, "-1"::equals, "-1", LOSES_BUILDS));

    /** How a topic breaks the rules of its kind; a setting that is not there keeps them. */
    static List<String> faults(String topic, TopicKind kind, Map<String, String> config) {
        return ALL.stream()
                .filter(rule -> rule.kind == kind && rule.isBrokenBy(config))
                .map(rule -> "%s: %s must be %s, but is %s: %s"
                        .formatted(topic, rule.setting, rule.expected, config.get(rule.setting), rule.otherwise))
                .toList();
    }

    private boolean isBrokenBy(Map<String, String> config) {
        var value = config.get(setting);
        return value != null && !keeps.test(value);
    }

    private static boolean isNotCompacted(String policy) {
        return !policy.contains("compact");
    }
}
