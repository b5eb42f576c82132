package dev.daybook.platform.topic;

import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A topic with the settings that the topic file has for it, each right by itself; perhaps not all, or not together. */
record TopicDraft(String name, TopicKind kind, Map<String, String> settings) {

    List<String> faults() {
        var faults = new ArrayList<String>();
        for (var required : TopicSettings.REQUIRED) {
            if (!settings.containsKey(required)) {
                faults.add("%s: there is no '%s'; set it for '%s'".formatted(name, required, kind));
            }
        }
        faults.addAll(TopicRule.faults(name, kind, settings));
        if (number(MIN_IN_SYNC_REPLICAS_CONFIG) > number(TopicSettings.REPLICATION)) {
            faults.add("%s: min.insync.replicas is %s, which is more than the replication of %s"
                    .formatted(
                            name, settings.get(MIN_IN_SYNC_REPLICAS_CONFIG), settings.get(TopicSettings.REPLICATION)));
        }
        return faults;
    }

    int partitions() {
        return number(TopicSettings.PARTITIONS);
    }

    private int number(String setting) {
        return Integer.parseInt(settings.getOrDefault(setting, "0"));
    }

    /** The topic, of a draft without faults. */
    TopicSpec spec() {
        var config = new HashMap<>(settings);
        config.keySet().removeAll(List.of(TopicSettings.PARTITIONS, TopicSettings.REPLICATION));
        return new TopicSpec(name, kind, partitions(), (short) number(TopicSettings.REPLICATION), config);
    }
}
