package dev.daybook.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.testkit.audit.Intent;
import dev.daybook.testkit.audit.Operation;
import dev.daybook.testkit.audit.Operation.Told;
import dev.daybook.testkit.audit.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AvailabilityTest {
    private final List<Operation> operations = new ArrayList<>();

    @Test
    void finds_the_longest_time_without_an_accepted_command() {
        accepted("a", 0, 10);
        accepted("b", 5, 40);
        told("a", 41, 50, new Told.Nothing());
        accepted("a", 42, 100);
        assertThat(availability().longestGap()).isEqualTo(Duration.ofNanos(60));
        assertThat(availability().longestGapOfAnOrder()).isEqualTo(Duration.ofNanos(90));
    }

    @Test
    void has_recovered_when_every_order_takes_a_new_command() {
        accepted("a", 0, 60);
        accepted("a", 50, 70);
        accepted("b", 55, 65);
        accepted("b", 60, 62);
        assertThat(availability().recovery(50)).hasValue(20);
    }

    @Test
    void has_not_recovered_while_an_order_takes_none() {
        accepted("a", 50, 70);
        accepted("b", 10, 60);
        assertThat(availability().recovery(50)).isEmpty();
    }

    @Test
    void has_no_gap_where_nothing_was_accepted() {
        assertThat(availability().longestGap()).isZero();
        assertThat(availability().longestGapOfAnOrder()).isZero();
    }

    private Availability availability() {
        return new Availability(operations);
    }

    private void accepted(String order, long invoked, long completed) {
        told(order, invoked, completed, new Told.Outcome(new Verdict.Accepted(1, 1, 0, 1), true));
    }

    private void told(String order, long invoked, long completed, Told told) {
        operations.add(new Operation(order, "id", new Intent(0, 0), invoked, completed, told));
    }
}
