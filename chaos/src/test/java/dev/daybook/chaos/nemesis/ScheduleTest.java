package dev.daybook.chaos.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.chaos.fleet.Timeouts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static final Duration RUN = Duration.ofMinutes(10);
    private static final List<Nemesis> ALL = List.of(Nemesis.values());

    @Test
    void is_the_same_for_the_same_seed() {
        assertThat(schedule(7, RUN, ALL)).isEqualTo(schedule(7, RUN, ALL.reversed()));
        assertThat(schedule(7, RUN, ALL)).isNotEqualTo(schedule(8, RUN, ALL));
    }

    @Test
    void has_each_fault_once_before_any_comes_again() {
        assertThat(schedule(7, RUN, ALL).strikes().subList(0, Fault.values().length))
                .extracting(Strike::fault)
                .containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void strikes_one_after_another_and_leaves_time_to_recover() {
        var end = Duration.ZERO;
        for (var strike : schedule(7, RUN, ALL).strikes()) {
            assertThat(strike.at()).isGreaterThan(end);
            end = strike.at().plus(strike.down());
        }
        assertThat(end).isBetween(RUN.minusSeconds(30), RUN.minusSeconds(3));
    }

    @Test
    void pauses_for_longer_than_the_others_wait() {
        assertThat(schedule(7, RUN, List.of(Nemesis.PAUSE)).strikes())
                .extracting(Strike::down)
                .allSatisfy(down -> assertThat(down).isGreaterThan(Timeouts.SHORT.longest()));
    }

    @Test
    void can_leave_all_in_peace() {
        assertThat(schedule(7, RUN, List.of()).strikes()).isEmpty();
        assertThat(schedule(7, Duration.ofSeconds(5), ALL).strikes()).isEmpty();
    }

    private static Schedule schedule(long seed, Duration run, List<Nemesis> nemeses) {
        return Schedule.of(seed, run, nemeses, Timeouts.SHORT);
    }
}
