package dev.daybook.streams.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The check that what an application remembers is still there: one that has forgotten would begin to count again at 1.
 * Kafka Streams would make a missing changelog anew, and empty.
 */
public final class ChangelogGuard {

    private ChangelogGuard() {}

    /**
     * Refuses if there are events, but not the changelog of the state that wrote them.
     *
     * @param changelogs the changelog of the state, by the topic of the events
     * @throws ChangelogMissingException naming both topics
     */
    public static void check(Admin admin, Map<String, String> changelogs)
            throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get();
        for (var entry : new TreeMap<>(changelogs).entrySet()) {
            if (!topics.contains(entry.getValue()) && hasRecords(admin, entry.getKey())) {
                throw new ChangelogMissingException(entry.getValue(), entry.getKey());
            }
        }
    }

    private static boolean hasRecords(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var ends = IntStream.range(0, partitions(admin, topic))
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream().anyMatch(end -> end.offset() > 0);
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(described.get(topic)).partitions().size();
    }
}
