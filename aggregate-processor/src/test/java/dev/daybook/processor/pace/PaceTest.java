package dev.daybook.processor.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final TopicPartition P0 = new TopicPartition("commands", 0);
    private static final TopicPartition P1 = new TopicPartition("commands", 1);
    private static final long A_MOMENT = 1_000_000;
    private static final long A_WHILE = 1_000_000_000;

    private long now;
    private final Pace pace = new Pace(() -> now);

    @BeforeEach
    void commit_the_first() {
        fetched(P0, 0);
        assertThat(pace.taken(P0, 0, false)).isTrue();
        now += A_MOMENT;
    }

    @Test
    void commits_at_once_when_somebody_waits() {
        fetched(P0, 1);

        assertThat(pace.taken(P0, 1, true)).isTrue();
    }

    @Test
    void leaves_it_to_the_interval_when_nobody_waits() {
        fetched(P0, 1);

        assertThat(pace.taken(P0, 1, false)).isFalse();
    }

    @Test
    void commits_at_once_after_a_rest() {
        now += A_WHILE;
        fetched(P0, 1);

        assertThat(pace.taken(P0, 1, false)).isTrue();
    }

    @Test
    void commits_a_batch_at_its_end_however_early_the_one_who_waits_stands_in_it() {
        fetched(P0, 1, 2, 3);

        assertThat(pace.taken(P0, 1, true)).isFalse();
        assertThat(pace.taken(P0, 2, false)).isFalse();
        assertThat(pace.taken(P0, 3, false)).isTrue();
    }

    @Test
    void commits_once_for_all_partitions_of_the_thread() {
        fetched(P0, 1);
        fetched(P1, 7, 8);

        assertThat(pace.taken(P1, 7, true)).isFalse();
        assertThat(pace.taken(P0, 1, false)).isFalse();
        assertThat(pace.taken(P1, 8, false)).isTrue();
    }

    @Test
    void waits_for_what_was_fetched_meanwhile() {
        fetched(P0, 1, 2);
        pace.taken(P0, 1, true);
        fetched(P0, 3);

        assertThat(pace.taken(P0, 2, false)).isFalse();
        assertThat(pace.taken(P0, 3, false)).isTrue();
    }

    @Test
    void does_not_wait_for_a_partition_that_went_elsewhere() {
        fetched(P0, 1);
        fetched(P1, 7);
        pace.left(P1);

        assertThat(pace.taken(P0, 1, true)).isTrue();
    }

    private void fetched(TopicPartition partition, long... offsets) {
        var records = Arrays.stream(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "k", "v"))
                .toList();
        pace.fetched(new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of()));
    }
}
