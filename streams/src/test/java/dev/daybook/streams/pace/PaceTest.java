package dev.daybook.streams.pace;

import static dev.daybook.platform.message.Ack.COMMITTED;
import static dev.daybook.platform.message.Ack.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.platform.message.Ack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final TopicPartition P0 = new TopicPartition("commands", 0);
    private static final TopicPartition P1 = new TopicPartition("commands", 1);
    private static final Duration COST = Duration.ofMillis(4);
    private static final Duration LONG = Duration.ofMillis(100);

    private final List<String> acts = new ArrayList<>();
    private long now;
    private final Pace pace = new Pace(() -> now);

    @BeforeEach
    void commit_the_first() {
        pace.sendsWith(() -> acts.add("send"));
        fetched(P0, 0);
        take(P0, 0, null);
        commitTakes(COST);
        after(COST);
        acts.clear();
    }

    @Test
    void commits_at_once_when_somebody_waits_for_that() {
        fetched(P0, 1);

        take(P0, 1, COMMITTED);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void sends_at_once_when_somebody_waits_for_the_decision() {
        fetched(P0, 1);

        take(P0, 1, DECIDED);

        assertThat(acts).containsExactly("send");
    }

    @Test
    void leaves_it_to_linger_and_interval_when_nobody_waits() {
        fetched(P0, 1);

        take(P0, 1, null);

        assertThat(acts).isEmpty();
        assertThat(pace.untilDue(LONG)).isEqualTo(LONG);
    }

    @Test
    void commits_at_once_after_a_rest() {
        after(Duration.ofSeconds(1));
        fetched(P0, 1);

        take(P0, 1, null);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void commits_a_batch_at_its_end_however_early_the_one_who_waits_stands_in_it() {
        fetched(P0, 1, 2, 3);

        take(P0, 1, COMMITTED);
        take(P0, 2, DECIDED);
        assertThat(acts).isEmpty();
        take(P0, 3, null);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void commits_once_for_all_partitions_of_the_thread() {
        fetched(P0, 1);
        fetched(P1, 7, 8);

        take(P1, 7, COMMITTED);
        take(P0, 1, COMMITTED);
        assertThat(acts).isEmpty();
        take(P1, 8, null);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void waits_for_what_was_fetched_meanwhile() {
        fetched(P0, 1, 2);
        take(P0, 1, COMMITTED);
        fetched(P0, 3);

        take(P0, 2, null);
        assertThat(acts).isEmpty();
        take(P0, 3, null);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void leaves_as_much_time_between_commits_as_the_last_one_took() {
        fetched(P0, 1);
        take(P0, 1, COMMITTED);
        commitTakes(COST);
        acts.clear();

        after(Duration.ofMillis(1));
        fetched(P0, 2);
        take(P0, 2, COMMITTED);
        assertThat(acts).containsExactly("send");
        assertThat(pace.untilDue(LONG)).isEqualTo(Duration.ofMillis(3));

        after(Duration.ofMillis(3));
        assertThat(pace.untilDue(LONG)).isZero();
        assertThat(acts).containsExactly("send", "commit");
    }

    @Test
    void has_nothing_due_after_a_commit_that_it_did_not_ask_for() {
        fetched(P0, 1, 2);
        take(P0, 1, COMMITTED);
        pace.committed();

        take(P0, 2, null);

        assertThat(acts).isEmpty();
        assertThat(pace.untilDue(LONG)).isEqualTo(LONG);
    }

    @Test
    void does_not_wait_for_a_partition_that_went_elsewhere() {
        fetched(P0, 1);
        fetched(P1, 7);
        pace.left(P1);

        take(P0, 1, COMMITTED);

        assertThat(acts).containsExactly("commit");
    }

    @Test
    void does_nothing_on_a_thread_that_it_hears_nothing_of() {
        var deaf = new Pace(() -> now);

        deaf.taken(P0, 0, COMMITTED, () -> acts.add("commit"));

        assertThat(acts).isEmpty();
    }

    private void take(TopicPartition partition, long offset, @Nullable Ack awaited) {
        pace.taken(partition, offset, awaited, () -> acts.add("commit"));
    }

    private void commitTakes(Duration time) {
        after(time);
        pace.committed();
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    private void fetched(TopicPartition partition, long... offsets) {
        var records = Arrays.stream(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "k", "v"))
                .toList();
        pace.fetched(new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of()));
    }
}
