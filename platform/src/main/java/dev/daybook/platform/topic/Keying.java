package dev.daybook.platform.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which topics belong together because they have the same keys. */
final class Keying {
    private Keying() {}

    /** What topics with the same keys share: {@code orders.order} for the commands and the events of orders. */
    static String owner(String topic) {
        return topic.substring(0, topic.lastIndexOf('.'));
    }

    /**
     * Says which commands or inboxes, and events, with the same keys have different counts of partitions: an event is appended
     * to the partition that its cause came from.
     *
     * @param partitions the counts by the names of the topics
     */
    static List<String> faults(Map<String, Integer> partitions) {
        var faults = new ArrayList<String>();
        partitions.forEach((topic, count) -> {
            var events = owner(topic) + "." + TopicKind.EVENTS;
            var other = partitions.get(events);
            if (isCause(topic) && other != null && !other.equals(count)) {
                faults.add("%s has %d partitions, but %s has %d: both must have equally many"
                        .formatted(topic, count, events, other));
            }
        });
        return faults;
    }

    private static boolean isCause(String topic) {
        return topic.endsWith("." + TopicKind.COMMANDS) || topic.endsWith("." + TopicKind.INBOX);
    }
}
