package dev.daybook.platform.topic;

import java.util.stream.Collectors;

/** A difference between the topic file and the cluster. */
public sealed interface TopicChange {
    String topic();

    /** One line for people: what is done, or why it is not. */
    String describe();

    /** The topic is missing. */
    record Create(TopicSpec spec) implements TopicChange {
        @Override
        public String topic() {
            return spec.name();
        }

        @Override
        public String describe() {
            return "+ %s: %d partitions, replication %d, %s"
                    .formatted(
                            spec.name(),
                            spec.partitions(),
                            spec.replication(),
                            spec.config().entrySet().stream()
                                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** A setting has another value. */
    record SetConfig(String topic, String setting, String from, String to) implements TopicChange {
        @Override
        public String describe() {
            return "~ %s: %s from %s to %s".formatted(topic, setting, from, to);
        }
    }

    /** A setting was made on the topic, of which the file says nothing. */
    record ResetConfig(String topic, String setting, String from) implements TopicChange {
        @Override
        public String describe() {
            return "~ %s: %s from %s back to the cluster's default".formatted(topic, setting, from);
        }
    }

    /** There are fewer partitions than there should be. */
    record AddPartitions(String topic, int from, int to) implements TopicChange {
        @Override
        public String describe() {
            return "~ %s: partitions from %d to %d".formatted(topic, from, to);
        }
    }

    /** A difference that is left as it is. */
    record Refused(String topic, String difference, String reason) implements TopicChange {
        @Override
        public String describe() {
            return "! %s: %s: refused, %s".formatted(topic, difference, reason);
        }
    }
}
