package dev.daybook.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The end of all work on commands topics: no command came for a while, and all that came are decided.
 *
 * @param group the consumer group that decides them
 */
record Quiet(Admin admin, List<String> topics, String group) {
    private static final Duration LOOK = Duration.ofMillis(200);

    /**
     * Returns when it is quiet.
     *
     * @param calm for how long no command may come
     * @throws IllegalStateException if it does not become quiet in time
     */
    void await(Duration calm, Duration bound) throws InterruptedException, ExecutionException {
        var begin = System.nanoTime();
        var ends = ends();
        var since = begin;
        while (System.nanoTime() - since < calm.toNanos() || !decided(ends)) {
            if (System.nanoTime() - begin > bound.toNanos()) {
                throw new IllegalStateException(
                        "Expected all commands to be decided after %s, but they end at %s".formatted(bound, ends));
            }
            Thread.sleep(LOOK);
            var now = ends();
            if (!now.equals(ends)) {
                ends = now;
                since = System.nanoTime();
            }
        }
    }

    private boolean decided(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            var offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
        var latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
