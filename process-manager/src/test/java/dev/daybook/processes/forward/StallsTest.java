package dev.daybook.processes.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.streams.retry.Backoff;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static final TopicPartition P0 = new TopicPartition("orders.order.events", 0);
    private static final TopicPartition P1 = new TopicPartition("orders.order.events", 1);

    @Test
    void rests_longer_each_time_that_the_same_message_fails() {
        var stalls = new Stalls(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3)));

        assertThat(stalls.add(P0, 7)).isEqualTo(Duration.ofSeconds(1));
        assertThat(stalls.add(P0, 7)).isEqualTo(Duration.ofSeconds(2));
        assertThat(stalls.add(P0, 7)).isEqualTo(Duration.ofSeconds(3));
        assertThat(stalls.add(P1, 7)).isEqualTo(Duration.ofSeconds(1));
        assertThat(stalls.add(P0, 8)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tries_each_once_when_it_is_due() {
        var stalls = new Stalls(new Backoff(Duration.ZERO, Duration.ZERO));
        stalls.add(P0, 7);
        stalls.add(P1, 8);

        assertThat(stalls.due()).containsExactlyInAnyOrder(P0, P1);
        assertThat(stalls.due()).isEmpty();
    }

    @Test
    void does_not_try_what_is_not_due_or_goes_on() {
        var stalls = new Stalls(new Backoff(Duration.ofHours(1), Duration.ofHours(1)));
        stalls.add(P0, 7);
        assertThat(stalls.due()).isEmpty();

        var forgotten = new Stalls(new Backoff(Duration.ZERO, Duration.ZERO));
        forgotten.add(P0, 7);
        forgotten.remove(List.of(P0));
        assertThat(forgotten.due()).isEmpty();
    }
}
