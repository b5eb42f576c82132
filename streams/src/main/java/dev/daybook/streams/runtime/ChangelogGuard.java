package dev.daybook.streams.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The check that what applications remember is still there: one that has forgotten would go on as if nothing had happened.
 * Kafka Streams would make a missing changelog anew, and empty.
 */
public final class ChangelogGuard {

    private ChangelogGuard() {}

    /**
     * Refuses if an application has left traces, but its changelog is missing.
     *
     * @throws ChangelogMissingException naming it, and saying what to do
     */
    public static void check(Admin admin, List<Recollection> recollections)
            throws ExecutionException, InterruptedException {
        var topics = topics(admin);
        for (var recollection : recollections) {
            if (!topics.contains(recollection.changelog())) {
                var trace = trace(admin, recollection);
                // Another instance may make it just now, before it leaves a trace.
                if (trace.isPresent() && !topics(admin).contains(recollection.changelog())) {
                    throw new ChangelogMissingException(recollection, trace.get());
                }
            }
        }
    }

    private static Optional<String> trace(Admin admin, Recollection recollection)
            throws ExecutionException, InterruptedException {
        if (recollection.output() != null && hasRecords(admin, recollection.output())) {
            return Optional.of("there are records in " + recollection.output());
        }
        return hasRead(admin, recollection)
                ? Optional.of("its group has read " + recollection.input())
                : Optional.empty();
    }

    private static boolean hasRead(Admin admin, Recollection recollection)
            throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(recollection.application())
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .anyMatch(committed -> committed.getKey().topic().equals(recollection.input())
                        && committed.getValue() != null
                        && committed.getValue().offset() > 0);
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

    private static Set<String> topics(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }
}
