package dev.daybook.processor.runtime;

import dev.daybook.core.Aggregate;
import dev.daybook.core.BoundedContext;
import dev.daybook.platform.topic.ContextTopics;
import dev.daybook.processor.store.StoreNames;
import dev.daybook.processor.topology.ProcessorTopology;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The check that what a context remembers is still there: a processor that has forgotten its aggregates would begin
 * their versions again at 1. Kafka Streams would make a missing changelog anew, and empty.
 */
final class ChangelogGuard {

    private ChangelogGuard() {}

    /**
     * Refuses if there are events, but not the changelog of the aggregates that they made.
     *
     * @throws ChangelogMissingException naming both topics
     */
    static void check(Admin admin, BoundedContext context, Map<String, Integer> partitions)
            throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get();
        for (var aggregate : context.aggregates()) {
            var events = new ContextTopics(context.name()).events(aggregate.type());
            requireChangelog(
                    topics,
                    context,
                    aggregate,
                    hasRecords(admin, events, Objects.requireNonNull(partitions.get(aggregate.type()))));
        }
    }

    private static void requireChangelog(
            Set<String> topics, BoundedContext context, Aggregate<?, ?, ?> aggregate, boolean hasEvents) {
        var changelog = StoreNames.changelog(ProcessorTopology.applicationId(context), aggregate.type());
        if (hasEvents && !topics.contains(changelog)) {
            throw new ChangelogMissingException(changelog, new ContextTopics(context.name()).events(aggregate.type()));
        }
    }

    private static boolean hasRecords(Admin admin, String topic, int partitions)
            throws ExecutionException, InterruptedException {
        var ends = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream().anyMatch(end -> end.offset() > 0);
    }
}
