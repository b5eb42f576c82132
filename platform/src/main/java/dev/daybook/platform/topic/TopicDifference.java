package dev.daybook.platform.topic;

import dev.daybook.platform.topic.TopicChange.AddPartitions;
import dev.daybook.platform.topic.TopicChange.Refused;
import dev.daybook.platform.topic.TopicChange.ResetConfig;
import dev.daybook.platform.topic.TopicChange.SetConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference between a topic as it should be and as it is.
 *
 * @param keyed whether there are aggregates that its partitions were chosen for
 */
record TopicDifference(TopicSpec wanted, ClusterTopic actual, boolean keyed) {

    List<TopicChange> changes() {
        var changes = new ArrayList<TopicChange>();
        addPartitions(changes);
        addReplication(changes);
        addConfig(changes);
        return changes;
    }

    private void addPartitions(List<TopicChange> changes) {
        if (actual.partitions() == wanted.partitions()) {
            return;
        }
        if (actual.partitions() > wanted.partitions()) {
            changes.add(refused(
                    "partitions", actual.partitions(), wanted.partitions(), "Kafka cannot take partitions away"));
        } else if (keyed) {
            changes.add(refused(
                    "partitions",
                    actual.partitions(),
                    wanted.partitions(),
                    "there are records already: new ones for the same aggregate would go to another partition,"
                            + " away from its state"));
        } else {
            changes.add(new AddPartitions(wanted.name(), actual.partitions(), wanted.partitions()));
        }
    }

    private void addReplication(List<TopicChange> changes) {
        if (actual.replication() != wanted.replication()) {
            changes.add(refused(
                    "replication",
                    actual.replication(),
                    wanted.replication(),
                    "replicas are moved with Kafka's own kafka-reassign-partitions"));
        }
    }

    private void addConfig(List<TopicChange> changes) {
        wanted.config().forEach((setting, value) -> {
            var is = actual.config().getOrDefault(setting, "");
            if (!is.equals(value)) {
                changes.add(new SetConfig(wanted.name(), setting, is, value));
            }
        });
        for (var setting : actual.own()) {
            if (!wanted.config().containsKey(setting)) {
                changes.add(
                        new ResetConfig(wanted.name(), setting, actual.config().getOrDefault(setting, "")));
            }
        }
    }

    private Refused refused(String what, int from, int to, String reason) {
        return new Refused(wanted.name(), "%s from %d to %d".formatted(what, from, to), reason);
    }
}
