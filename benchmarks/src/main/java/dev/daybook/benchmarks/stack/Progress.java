package dev.daybook.benchmarks.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far topics are written and groups have come, as the broker tells. Thread-safe. */
public final class Progress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Admin admin;

    public Progress(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The ends of a topic's partitions, of all that is written. */
    public Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
        return ends(partitions(topic));
    }

    /** The ends of partitions, of all that is written. */
    public Map<TopicPartition, Long> ends(Map<TopicPartition, OffsetSpec> partitions) throws InterruptedException {
        return Broker.answer(admin.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    /** The partitions of a topic, to ask for their ends. */
    public Map<TopicPartition, OffsetSpec> partitions(String topic) throws InterruptedException {
        var count = Broker.partitions(admin, topic);
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    }

    /** How far a group has committed, 0 where it has not yet. */
    private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        Broker.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> committed.put(partition, offset == null ? 0L : offset.offset()));
        return committed;
    }

    /** Returns when a group has committed up to the ends of partitions. */
    public void awaitCommitted(String group, Map<TopicPartition, Long> ends) throws InterruptedException {
        await(group + " to reach " + ends, () -> reached(ends, committed(group)));
    }

    private static boolean reached(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** What is waited for. */
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Returns when a condition holds; looks often. */
    public static void await(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Waited for " + what + ", but not after " + PATIENCE.toMinutes() + " min");
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
